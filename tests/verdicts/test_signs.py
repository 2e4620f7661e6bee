"""Walls, login forms, names for sale."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewer.model import Answer, Hop, NoAnswer, Reason
from reviewer.verdicts import of_answer, signs
from reviewer.verdicts.signs import NOTHING, Glance

URL = "http://a.example/deep/page"
OK = Answer(URL, URL, 200)
LONG = "An article of many words. " * 100


def glance(title: str = "", *headings: str, text: str = "", source: str = "", password: bool = False) -> Glance:
    """A page with these words."""
    return Glance(title, headings, text[:2000], len(text), None, password, source)


def led(to: str, status: int = 200) -> Answer:
    """An answer after one redirect."""
    return Answer(URL, to, status, hops=(Hop(URL, 302, to),))


@pytest.mark.parametrize(
    ("status", "headers", "seen", "expected"),
    [
        (403, (("cf-mitigated", "challenge"),), NOTHING, True),
        (999, (), NOTHING, True),
        (202, (("x-amzn-waf-action", "Challenge"),), NOTHING, True),
        (202, (), glance(source="<script>"), True),
        (202, (), glance(source="<p>"), False),
        (403, (), glance("Just a moment..."), True),
        (403, (), glance("x", "Are you a robot?"), True),
        (403, (), glance("Access Denied", source="reference #18.4e51d217"), True),
        (403, (), glance("Forbidden", source="<h1>forbidden"), False),
        (200, (), glance("Just a moment...", source="<script>"), True),
        (200, (), glance("Just a moment...", source="<p>"), False),
        (200, (), glance("Just a moment: a history", text=LONG, source="<script>"), False),
        (404, (), glance("Just a moment...", source="<script>"), False),
    ],
)
def test_walls(status: int, headers: tuple[tuple[str, str], ...], seen: Glance, expected: bool) -> None:
    """A header says it outright; words and marks count with a status or on a short page with a script."""
    assert signs.wall(Answer(URL, URL, status, headers), seen) is expected


@pytest.mark.parametrize(
    ("title", "text", "source"),
    [
        ("", "Request unsuccessful. Incapsula incident ID: 7", "<iframe src='/_incapsula_resource?cwudnsai=23'>"),
        ("", "", "<meta http-equiv=refresh content=\"5; url='/x?bm-verify=aaq'\"><script src=/_sec/verify?provider=x>"),
        ("Making sure you're not a bot!", "Loading...", "<script id=anubis_challenge>"),
        ("Checking you are not a bot", "JavaScript required", "<p>"),
        ("Request Rejected", "The requested URL was rejected. Please consult with your administrator. Your support ID is: 12", "<p>"),
        ("", "Your support ID is: 1", "window['bobcmn']='1';<script src='/tspd/08a0?type=9'>"),
        ("You are being redirected...", "Javascript is required", "sucuri_cloudproxy_js=''"),
        ("Sicherheitsüberprüfung", "Sind Sie ein Mensch?", "<div class='h-captcha'>"),
        ("a.example", "Please enable JS and disable any ad blocker", "var dd={'host':'geo.captcha-delivery.com'}"),
        ("Verify you are human", "Verify you are human by completing the action below.", "<div class=cf-turnstile>"),
        ("Checking your browser - reCAPTCHA", "Checking your browser before accessing", "<div class=g-recaptcha>"),
        ("Pardon Our Interruption", "As you were browsing something made us think you were a bot.", "<p>"),
        ("Radware Captcha Page", "We apologize", "<p>"),
        ("Radware Bot Manager Captcha", "We apologize", "<p>"),
        ("a.example", "Your activity and behavior on this site made us think that you are a bot.", "<p>"),
        ("Robot Check", "Sorry, we just need to make sure you're not a robot.", "<p>"),
    ],
)
def test_walls_that_say_200(title: str, text: str, source: str) -> None:
    """On a page with hardly a word a vendor's mark decides, on one of many words it is a guard that lets people through."""
    assert signs.wall(OK, glance(title, text=text, source=source))
    assert not signs.wall(OK, glance("Book a test", text=LONG, source=source))
    assert not signs.wall(OK, replace(glance("Book a test", text=text + "x" * 300, source=source)))


@pytest.mark.parametrize(
    "title",
    [
        *("CAPTCHA and accessibility", "Security check before surgery: your bag", "Un momento para usted: grupo de apoyo"),
        *("If you have been blocked from your account", "Just a moment of mindfulness", "Checking your browser settings"),
    ],
)
def test_a_word_in_a_title_is_no_wall(title: str) -> None:
    """A short page with a script is no wall because its title has a word of one: the whole title must be a wall's, or a mark be there."""
    seen = glance(title, title, text="Ring us.", source="<script>")
    assert not signs.wall(OK, seen)
    assert signs.wall(OK, replace(seen, source="<script src=/cdn-cgi/challenge-platform/x.js>"))


def test_a_form_with_a_captcha_is_a_form() -> None:
    """A captcha in place of the page has nothing to fill in beside it."""
    seen = glance("Contact us", text="Write to us.", source="<div class=g-recaptcha>")
    assert signs.wall(OK, seen)
    assert not signs.wall(OK, replace(seen, fields=2))


@pytest.mark.parametrize(
    ("status", "headers", "seen"),
    [
        (202, (("sg-captcha", "challenge"),), NOTHING),
        (404, (), glance("Access to this page has been denied", source="<div id=px-captcha>")),
        (404, (("x-iinfo", "9-1"),), glance(source="<iframe src=/_incapsula_resource?cwudnsai=1>")),
        (405, (), glance("405", text="很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。")),
        (403, (), glance("Sucuri WebSite Firewall - Access Denied")),
    ],
)
def test_walls_behind_other_statuses(status: int, headers: tuple[tuple[str, str], ...], seen: Glance) -> None:
    """Some fronts answer 202, 404 or 405 in place of the page."""
    assert signs.wall(Answer(URL, URL, status, headers), seen)


def test_a_front_s_own_host_is_a_wall() -> None:
    """Who is led to the host of such a front has met it, whatever that host then says."""
    to = "https://validate.perfdrive.com/x/?ssa=1"
    assert signs.wall(led(to), NOTHING)
    assert of_answer(NoAnswer(URL, to, Reason.TIMEOUT, hops=(Hop(URL, 302, to),))).reason is Reason.BOT_WALL


@pytest.mark.parametrize(
    ("answer", "seen", "expected"),
    [
        (led("http://a.example/cas/alerts"), glance("Central Alerting System: sign in sheets and alerts", text="Alerts"), False),
        (led("http://a.example/connexion/reseau"), glance("Connexion au réseau d'eau", text="L'eau"), False),
        (led("http://a.example/sso/news"), glance("Sign in to your account", text="x"), True),
        (led("http://a.example/sso/news"), glance("Sign in | A trust", text="x"), True),
        (led("http://a.example/cas/login?service=x"), glance("Signing in, or: sign in", text="x"), True),
        (led("http://a.example/_forms/default.aspx?ReturnUrl=%2f"), replace(glance("Sign in to your account", text="x"), fields=1), True),
        (led("http://a.example/news?ReturnUrl=%2f"), replace(glance("How to sign in sheets", text="x"), fields=1), False),
        (led("http://a.example/cas/alerts"), replace(glance("Alerts: please sign in", text="x"), fields=2), True),
        (led("http://a.example/cas/alerts"), replace(glance("Alerts", text="x"), fields=2), False),
        (led("http://a.example/login"), glance(password=True), True),
        (led("http://a.example/login"), glance("Sign in", text="Sign in"), True),
        (led("http://a.example/login"), NOTHING, True),
        (led("http://a.example/login"), glance("Our news", text="Much text"), False),
        (led("http://login.a.example/x"), glance(password=True), True),
        (led("http://a.example/door"), glance("x", "Log in", password=True), True),
        (led("http://a.example/door"), glance("x", password=True), False),
        (led("http://a.example/door"), glance("Log in"), False),
        (OK, glance("Log in", password=True), False),
        (replace(led("http://a.example/auth/step"), url="http://a.example/login"), glance(password=True), False),
    ],
)
def test_login(answer: Answer, seen: Glance, expected: bool) -> None:
    """Only who is led to a form has met a wall; a link to the form itself works."""
    assert signs.login(answer, seen) is expected


@pytest.mark.parametrize(
    ("answer", "seen", "expected"),
    [
        (OK, glance("good.example", "This domain is for sale"), True),
        (OK, glance("x", text="You can buy this domain today"), True),
        (OK, glance("x", text="Related searches: a, b", source="https://www.sedoparking.com/x"), True),
        (OK, glance("x", text="A partner of ours", source="https://www.sedoparking.com/x"), False),
        (led("https://www.hugedomains.com/x"), glance("x"), True),
        (OK, glance("This domain is for sale: how names are traded", text=LONG), False),
        (OK, glance("x", text="All is well"), False),
        (OK, glance("x", text=("We write about names. " * 40) + "buy this domain"), False),
    ],
)
def test_parked(answer: Answer, seen: Glance, expected: bool) -> None:
    """A name for sale says so on a short page, or is a dealer's."""
    assert signs.parked(answer, seen) is expected


@pytest.mark.parametrize(
    ("answer", "seen", "expected"),
    [
        (led("http://a.example/cgi-sys/suspendedpage.cgi"), glance("x"), True),
        (
            OK,
            glance("Account Suspended", "Account Suspended", text="This Account has been suspended. Contact your hosting provider."),
            True,
        ),
        (OK, glance("This Account has been suspended.", text="Contact your hosting provider for more information."), True),
        (OK, glance("Website suspended", text="This website has been suspended. Please contact billing."), True),
        (OK, glance("Account suspended", "Account suspended", text="What to do when we have suspended yours: ring the desk."), False),
        (OK, glance("Account suspended", text="Contact your hosting provider. " + LONG), False),
        (replace(OK, url="http://a.example/help/account-suspended"), glance("Account suspended", text="Our hosting team helps."), False),
    ],
)
def test_suspended(answer: Answer, seen: Glance, expected: bool) -> None:
    """A hosting provider's notice in place of the site."""
    assert signs.suspended(answer, seen) is expected
    if expected:
        visit = of_answer(answer, seen)
        assert (visit.verdict, visit.reason) == ("broken", Reason.SOFT_404)
