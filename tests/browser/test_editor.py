"""Correcting an article in the browser: by mouse, by keyboard, through a crash."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from workbench import workflow
from workbench.db import opened
from workbench.ingest import from_paste

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page, Route

    from tests.browser.sites import FragileSite, Site

    Open = Callable[..., Page]

pytestmark = pytest.mark.browser


def stored(site: Site) -> list[str | None]:
    """What the database holds as the current English."""
    with opened(site.path) as db:
        slug = workflow.summaries(db)[0].slug
        return [segment.current for segment in workflow.version(db, slug).segments]


def field(page: Page, number: int = 1) -> Locator:
    """The field of a paragraph; on the way from one to the next there are two for a moment."""
    return page.get_by_label(f"English text of paragraph {number}", exact=True)


def test_an_article_is_corrected_by_keyboard_alone(site: Site, open_page: Open) -> None:
    page = open_page(site.article)
    for number in range(1, 5):
        text = field(page, number)
        expect(text).to_have_count(1)
        if number == 1:
            text.focus()
        expect(text).to_be_focused()
        page.keyboard.press("Control+End")
        page.keyboard.type(" Read.")
        page.keyboard.press("Control+Enter")
    expect(page.locator("#progress")).to_contain_text("4 of 4 confirmed")
    expect(page.locator("#filters")).to_contain_text("Open 0")
    assert all(text and text.endswith(" Read.") for text in stored(site))


def test_a_suggestion_goes_in_with_one_key_and_its_finding_goes(
    site: Site, open_page: Open
) -> None:
    page = open_page(site.article)
    page.keyboard.press("Control+Shift+Enter")
    expect(page.get_by_label("English text of paragraph 2")).to_be_focused()
    button = page.locator("[data-suggestion='Monday']")
    page.keyboard.press(f"Alt+{button.get_attribute('data-number')}")
    expect(field(page, 2)).to_have_value(re.compile("reopens on Monday"))
    expect(button).to_have_count(0)
    expect(page.locator("#save-status")).to_contain_text("Saved")


def test_a_draft_saves_itself_when_typing_stops(site: Site, open_page: Open) -> None:
    page = open_page(site.article)
    page.locator("textarea").press_sequentially("Now: ")
    expect(page.locator("#save-status")).to_have_text("Not yet saved")
    expect(page.locator("#save-status")).to_contain_text("Saved ")
    assert any(text and "Now: " in text for text in stored(site))
    expect(page.locator("textarea")).to_be_focused()


def test_a_text_survives_a_server_that_dies_and_a_closed_tab(
    fragile_site: FragileSite, open_page: Open
) -> None:
    page = open_page(fragile_site.article)
    fragile_site.kill()
    page.locator("textarea").press_sequentially("Lost? ")
    expect(page.locator("#save-status")).to_contain_text("NOT saved")
    page.goto("about:blank")
    fragile_site.start()
    page.goto(fragile_site.article)
    expect(page.locator(".recovered")).to_be_visible()
    page.get_by_role("button", name="Put it back").click()
    expect(page.locator("textarea")).to_have_value(re.compile("Lost\\? "))
    expect(page.locator("#save-status")).to_contain_text("Saved ")


def test_a_paragraph_that_cannot_be_opened_says_so_and_not_that_anything_is_lost(
    fragile_site: FragileSite, open_page: Open
) -> None:
    page = open_page(fragile_site.article)
    expect(page.locator("textarea")).to_be_visible()
    fragile_site.kill()
    page.keyboard.press("Control+ArrowDown")
    expect(page.locator("#save-status")).to_have_text(re.compile("^The server does not answer"))
    fragile_site.start()
    page.keyboard.press("Control+ArrowDown")
    expect(page.get_by_label("English text of paragraph 2", exact=True)).to_be_focused()
    expect(page.locator("#save-status")).to_have_text("")


def test_two_tabs_on_one_paragraph_lose_nothing(site: Site, open_page: Open) -> None:
    first, second = open_page(site.article), open_page(site.article)
    first.locator("textarea").fill("The first tab's text")
    first.keyboard.press("Control+Enter")
    expect(first.locator("#progress")).to_contain_text("1 of 4")
    second.locator("textarea").fill("The second tab's text")
    field(second).press("Control+Enter")
    expect(second.locator(".alert")).to_contain_text("The first tab's text")
    expect(field(second)).to_have_value("The second tab's text")
    second.locator("#s1").get_by_role("button", name="Confirm and next").click()
    expect(second.locator("#progress")).to_contain_text("1 of 4")
    assert stored(site)[0] == "The second tab's text"


def test_after_a_conflict_theirs_can_be_taken(site: Site, open_page: Open) -> None:
    first, second = open_page(site.article), open_page(site.article)
    first.locator("textarea").fill("The first tab's text")
    first.keyboard.press("Control+Enter")
    expect(first.locator("#progress")).to_contain_text("1 of 4")
    second.locator("textarea").fill("The second tab's text")
    field(second).press("Control+Enter")
    second.get_by_role("link", name="Take theirs").click()
    expect(field(second)).to_have_value("The first tab's text")
    expect(second.locator(".recovered")).to_be_hidden()
    assert stored(site)[0] == "The first tab's text"


def test_two_people_see_each_other_and_both_their_changes(site: Site, open_page: Open) -> None:
    first, second = open_page(f"{site.address}/you/"), open_page(site.article)
    first.get_by_label("Your name").fill("Ada")
    first.get_by_role("button", name="Keep the name").click()
    first.goto(site.article)
    expect(first.locator(".presence")).to_contain_text("in another window")
    second.reload()
    expect(second.locator(".presence")).to_have_text("Ada has this paragraph open too.")
    old = first.locator("textarea").input_value()
    first.locator("textarea").fill(old + " today")
    first.keyboard.press("Control+Enter")
    expect(first.locator("#progress")).to_contain_text("1 of 4")
    second.locator("textarea").fill("Now: " + old)
    second.keyboard.press("Control+Enter")
    expect(second.locator(".clash")).to_contain_text("Ada")
    expect(second.locator(".clash ins")).to_have_text([" today", re.compile("^Now: ?$")])
    second.get_by_role("button", name="Take both changes").click()
    expect(field(second)).to_have_value(f"Now: {old} today")
    expect(second.locator(".clash")).to_have_count(0)
    assert stored(site)[0] == f"Now: {old} today"


def test_what_is_typed_before_the_scripts_are_there_is_saved_too(
    site: Site, open_page: Open
) -> None:
    page = open_page(f"{site.address}/you/")
    late: list[Route] = []

    def hold(route: Route) -> None:
        late.append(route)

    page.route("**/drafts.js*", hold)
    with page.expect_request("**/drafts.js*"):
        page.goto(site.article, wait_until="commit")
    page.locator("textarea").fill("Typed early")
    late[0].continue_()
    expect(page.locator("#save-status")).to_contain_text("Saved ")
    assert stored(site)[0] == "Typed early"


def test_saves_that_follow_each_other_fast_are_no_conflict(site: Site, open_page: Open) -> None:
    page = open_page(site.article)
    field = page.locator("textarea")
    field.fill("First")
    # a draft of which the page never hears
    field.evaluate(
        """async f => {
            f.form.elements.step.value = 5;
            await fetch(f.form.dataset.draft, {method: "POST", body: new FormData(f.form)});
        }"""
    )
    field.fill("First and second")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#progress")).to_contain_text("1 of 4")
    expect(page.locator(".clash")).to_have_count(0)
    assert stored(site)[0] == "First and second"


def test_a_session_that_has_ended_costs_no_text(site: Site, open_page: Open) -> None:
    page = open_page(site.article)
    page.route("**/draft", lambda route: route.fulfill(status=401, body="<p>Log in again.</p>"))
    page.locator("textarea").fill("Written too late")
    expect(page.locator("#save-status")).to_contain_text("NOT saved")
    expect(page.locator("#s1 form.edit > .refusal")).to_contain_text("Log in again.")
    page.unroute("**/draft")
    expect(page.locator("#save-status")).to_contain_text("Saved ")
    expect(page.locator("#s1 form.edit > .refusal")).to_be_empty()
    assert stored(site)[0] == "Written too late"


def test_a_first_pass_hides_what_the_program_thinks(site: Site, open_page: Open) -> None:
    page = open_page(site.article)
    expect(page.locator(".row .tag").first).to_be_visible()
    page.get_by_role("button", name="First pass").click()
    expect(page.get_by_role("button", name="First pass")).to_have_attribute("aria-pressed", "true")
    page.wait_for_load_state()  # the scripts are at work from then on
    expect(page.locator(".row .tag, .row mark, #scores")).to_have_count(0)
    page.locator("textarea").fill("the the ponte")
    expect(page.locator("#save-status")).to_contain_text("Saved ")
    expect(page.locator(".finding, mark")).to_have_count(0)
    page.get_by_role("button", name="First pass").click()
    expect(page.locator(".finding").first).to_be_visible()


def test_a_refusal_says_why_and_leaves_the_text_in_the_field(site: Site, open_page: Open) -> None:
    page = open_page(site.article)
    page.locator("textarea").fill("x" * 200_001)
    page.locator("textarea").press("Control+Enter")
    refusal = page.locator("#s1 form.edit > .refusal")
    expect(refusal).to_contain_text("The text has 200001 characters")
    expect(page.locator("#save-status")).to_contain_text("NOT saved")
    field(page).fill("Short enough")
    expect(page.locator("#save-status")).to_contain_text("Saved ")
    expect(page.locator("#s1 form.edit > .refusal")).to_be_empty()


def test_the_next_problem_is_one_click_away(site: Site, open_page: Open) -> None:
    page = open_page(site.article)
    page.get_by_role("button", name="Next problem").click()
    expect(page.get_by_label("English text of paragraph 2")).to_be_focused()


def test_leaving_the_field_keeps_the_text_and_shows_the_changes(
    site: Site, open_page: Open
) -> None:
    page = open_page(site.article)
    page.locator("textarea").fill("Another headline")
    page.keyboard.press("Escape")
    expect(page.locator(".row").first.locator("ins").first).to_be_visible()
    assert stored(site)[0] == "Another headline"


def test_opening_another_paragraph_keeps_the_first_one(site: Site, open_page: Open) -> None:
    page = open_page(site.article)
    page.locator("textarea").fill("Half done")
    page.keyboard.press("Control+ArrowDown")
    expect(page.get_by_label("English text of paragraph 2")).to_be_focused()
    expect(page.locator("textarea")).to_have_count(1)
    assert stored(site)[0] == "Half done"


def test_a_click_on_a_text_opens_it(site: Site, open_page: Open) -> None:
    page = open_page(site.article)
    page.locator(".row").nth(2).locator(".text.current").click()
    expect(page.get_by_label("English text of paragraph 3")).to_be_focused()


def test_a_dismissed_finding_goes_and_what_was_typed_stays(site: Site, open_page: Open) -> None:
    page = open_page(site.article)
    page.locator(".row").nth(1).get_by_role("link", name="Edit").click()
    page.get_by_label("English text of paragraph 2").press_sequentially("Kept. ")
    before = page.locator(".row.editing .finding").count()
    page.get_by_role("button", name="Dismiss").first.click()
    expect(page.locator(".row.editing .finding")).to_have_count(before - 1)
    expect(page.locator("textarea")).to_have_value(re.compile("Kept\\. "))


def test_the_marks_stay_with_their_words_while_typing(site: Site, open_page: Open) -> None:
    page = open_page(site.article)
    page.locator(".row").nth(1).get_by_role("link", name="Edit").click()
    text = page.get_by_label("English text of paragraph 2")
    expect(text).to_be_focused()
    marks = page.locator(".row.editing .mirror mark")
    words = marks.all_text_contents()
    text.evaluate("field => field.setSelectionRange(0, 0)")
    page.keyboard.type("é😀 ")
    assert marks.all_text_contents() == words
    assert page.locator(".mirror").evaluate(
        "mirror => mirror.textContent === mirror.parentElement.querySelector('textarea').value"
    )


def test_what_a_save_shows_to_be_wrong_elsewhere_is_told_there(site: Site, open_page: Open) -> None:
    page = open_page(site.article)
    for number, text in ((4, "The US objects."), (1, "The U.S. pays.")):
        page.locator(".row").nth(number - 1).locator(".edit-link").click()
        page.get_by_label(f"English text of paragraph {number}").fill(text)
    told = page.locator(".row").nth(3).locator(".row-foot .tag")
    expect(told).to_contain_text("3 findings")
    page.get_by_role("button", name="Save draft").click()
    expect(told).to_contain_text("4 findings")


LIT = "[...(CSS.highlights.get('sentence') ?? [])].map(String)"


def assert_lit(page: Page, words: list[str]) -> None:
    """In a moment the stretches that begin with these words are lit up."""
    for _ in range(100):
        found = [text.split()[0] for text in page.evaluate(LIT)]
        if found == words:
            return
        page.wait_for_timeout(50)
    raise AssertionError(found)


def test_the_sentence_that_says_the_same_is_lit_up(site: Site, open_page: Open) -> None:
    italian = "Il ponte sul Lentro riapre lunedì, dice la sindaca Irene Corvasce. 😀 È costato 2,4 "
    english = "The Lentro bridge reopens on Monday, says Mayor Irene Corvasce. 😀 It cost 2.4 "
    italian += (
        "milioni di euro in tre anni, e nella valle se ne parlerà ancora a lungo. Suona la banda."
    )
    english += (
        "million euros in three years, and the valley will talk of it for long. The band plays."
    )
    with opened(site.path) as db:
        slug = workflow.import_pair(
            db, *map(from_paste, (f"Uno.\n\n{italian}", f"One.\n\n{english}")), system="argo"
        ).slug
    page = open_page(f"{site.address}/articles/{slug}/argo/")
    page.locator(".row").nth(1).locator(".source .text").hover(position={"x": 30, "y": 8})
    assert_lit(page, ["Il", "The"])
    page.locator(".row").nth(1).locator(".edit-link").click()
    field = page.get_by_label("English text of paragraph 2")
    expect(field).to_be_focused()
    assert_lit(page, ["Il"])
    field.press("Control+End")
    assert_lit(page, ["Suona"])


def test_the_keys_are_listed_on_f1(site: Site, open_page: Open) -> None:
    page = open_page(site.article)
    page.keyboard.press("F1")
    expect(page.get_by_role("dialog")).to_contain_text("Confirm and go to the next")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_changes_and_scores_can_be_hidden_and_this_is_remembered(
    site: Site, open_page: Open
) -> None:
    page = open_page(site.article)
    page.locator("textarea").fill("Another headline")
    page.keyboard.press("Control+Enter")
    ins = page.locator(".row").first.locator("ins").first
    expect(ins).to_be_visible()
    expect(page.locator("#scores")).to_contain_text("HTER")
    with page.expect_response("**/preferences/changes"):
        page.get_by_role("button", name="Changes").click()
    with page.expect_response("**/preferences/scores"):
        page.get_by_role("button", name="Scores").click()
    page.reload()
    expect(ins).to_be_hidden()
    expect(page.locator("#scores")).to_be_hidden()


def test_without_scripts_everything_works_by_forms(site: Site, open_page: Open) -> None:
    page = open_page(site.article, java_script_enabled=False)
    page.locator("textarea").fill("Written without scripts")
    page.get_by_role("button", name="Confirm and next").click()
    expect(page.locator("#progress")).to_contain_text("1 of 4 confirmed")
    expect(page.get_by_label("English text of paragraph 2")).to_have_count(1)
    page.locator("[data-suggestion='Monday']").click()
    expect(field(page, 2)).to_have_value(re.compile("reopens on Monday"))
    assert stored(site)[0] == "Written without scripts"


def test_the_keys_lead_into_the_open_paragraph_before_they_leave_it(
    site: Site, open_page: Open
) -> None:
    page = open_page(site.article)
    first = page.get_by_label("English text of paragraph 1", exact=True)
    page.keyboard.press("Control+ArrowDown")
    expect(first).to_be_focused()
    first.blur()
    page.keyboard.press("Control+Enter")
    expect(first).to_be_focused()
    expect(page.locator("#progress")).to_contain_text("0 of 4")


def test_a_link_to_an_open_paragraph_leads_into_its_field(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.article}?edit=3#s3")
    expect(page.get_by_label("English text of paragraph 3", exact=True)).to_be_focused()


def test_control_s_saves_the_draft(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.article}?edit=2")
    page.locator("textarea").fill("A draft.")
    page.keyboard.press("Control+s")
    expect(page.locator("#save-status")).to_contain_text("Saved ")
    assert stored(site)[1] == "A draft."


@pytest.mark.parametrize("changed", [False, True])
def test_a_click_on_a_word_puts_the_caret_there(
    site: Site, open_page: Open, *, changed: bool
) -> None:
    if changed:
        with opened(site.path) as db:
            slug = workflow.summaries(db)[0].slug
            last = workflow.version(db, slug).segments[3]
            text = (last.current or "").replace("The municipality", "The town hall 😀")
            workflow.save(db, last.id, text, confirm=False, base=0, author="Anna")
    page = open_page(site.article)
    shown = page.locator(".row").nth(3).locator(".diff" if changed else ".current")
    box = shown.evaluate(
        """(text) => {
          const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
          let node = walker.nextNode();
          while (!node.data.includes("promised")) node = walker.nextNode();
          const range = new Range();
          range.setStart(node, node.data.indexOf("promised"));
          range.setEnd(node, node.data.indexOf("promised") + 1);
          const { x, y, height } = range.getBoundingClientRect();
          return [x + 1, y + height / 2];
        }"""
    )
    page.mouse.click(*box)
    field = page.get_by_label("English text of paragraph 4", exact=True)
    expect(field).to_be_focused()
    page.keyboard.type("solemnly ")
    expect(field).to_have_value(re.compile("has solemnly promised"))
