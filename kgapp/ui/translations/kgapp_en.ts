<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>kgapp</name>
    <message>
        <extracomment>kgapp/ui/panels/picture.py</extracomment>
        <source> The text would be hard to read: several pages show it larger.</source>
        <translation> The text would be hard to read: several pages show it larger.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/answer_export.py</extracomment>
        <source> and </source>
        <translation> and </translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules.py</extracomment>
        <source> and more</source>
        <translation> and more</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/timeline_picture.py</extracomment>
        <source> and {count} more</source>
        <translation> and {count} more</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/item_words.py</extracomment>
        <source> at {site}</source>
        <translation> at {site}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source> · {count} not recorded</source>
        <translation> · {count} not recorded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;About kgapp</source>
        <translation>&amp;About kgapp</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>&amp;Address</source>
        <translation>&amp;Address</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/control.py</extracomment>
        <source>&amp;As of</source>
        <translation>&amp;As of</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Assess a change…</source>
        <translation>&amp;Assess a change…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Back</source>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/new_project.py</extracomment>
        <source>&amp;Base address</source>
        <translation>&amp;Base address</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/triage_form.py</extracomment>
        <source>&amp;Batch</source>
        <translation>&amp;Batch</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Batch results</source>
        <translation>&amp;Batch results</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_editor.py</extracomment>
        <source>&amp;Batches</source>
        <translation>&amp;Batches</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Check everything</source>
        <translation>&amp;Check everything</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Close tab</source>
        <translation>&amp;Close tab</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_run.py</extracomment>
        <source>&amp;Collect them, and save all as one revision</source>
        <translation>&amp;Collect them, and save all as one revision</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/preferences.py</extracomment>
        <source>&amp;Colours</source>
        <translation>&amp;Colours</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>&amp;Conclusion</source>
        <translation>&amp;Conclusion</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>&amp;Connection</source>
        <translation>&amp;Connection</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules.py</extracomment>
        <source>&amp;Copy</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Copy from a server…</source>
        <translation>&amp;Copy from a server…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Dark colours</source>
        <translation>&amp;Dark colours</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Decisions behind the program</source>
        <translation>&amp;Decisions behind the program</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/retire.py</extracomment>
        <source>&amp;Delete for good: only the history will know it</source>
        <translation>&amp;Delete for good: only the history will know it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>&amp;Detection</source>
        <translation>&amp;Detection</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules.py</extracomment>
        <source>&amp;Discard</source>
        <translation>&amp;Discard</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>&amp;Due</source>
        <translation>&amp;Due</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Duplicate…</source>
        <translation>&amp;Duplicate…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_editor.py</extracomment>
        <source>&amp;Duration</source>
        <translation>&amp;Duration</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Edit this thing	F2</source>
        <translation>&amp;Edit this thing	F2</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_editor.py</extracomment>
        <source>&amp;Effective</source>
        <translation>&amp;Effective</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Explorer</source>
        <translation>&amp;Explorer</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/triage_form.py</extracomment>
        <source>&amp;Factor</source>
        <translation>&amp;Factor</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>&amp;For</source>
        <translation>&amp;For</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picture.py</extracomment>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Forward</source>
        <translation>&amp;Forward</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_form.py</extracomment>
        <source>&amp;From</source>
        <translation>&amp;From</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_editor.py</extracomment>
        <source>&amp;From, to</source>
        <translation>&amp;From, to</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Gap meeting…</source>
        <translation>&amp;Gap meeting…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Graph of what is here</source>
        <translation>&amp;Graph of what is here</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_form.py</extracomment>
        <source>&amp;Group</source>
        <translation>&amp;Group</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;High contrast</source>
        <translation>&amp;High contrast</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;History</source>
        <translation>&amp;History</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publish_form.py</extracomment>
        <source>&amp;How</source>
        <translation>&amp;How</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_run.py</extracomment>
        <source>&amp;Hypotheses: nothing supports them yet</source>
        <translation>&amp;Hypotheses: nothing supports them yet</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;If this goes…</source>
        <translation>&amp;If this goes…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Import…</source>
        <translation>&amp;Import…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Inspector</source>
        <translation>&amp;Inspector</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Keys</source>
        <translation>&amp;Keys</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Keys of bundles…</source>
        <translation>&amp;Keys of bundles…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/action_form.py</extracomment>
        <source>&amp;Kind</source>
        <translation>&amp;Kind</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_run.py</extracomment>
        <source>&amp;Kind of evidence</source>
        <translation>&amp;Kind of evidence</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Knowledge at risk</source>
        <translation>&amp;Knowledge at risk</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/new_inline.py</extracomment>
        <source>&amp;Label</source>
        <translation>&amp;Label</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/preferences.py</extracomment>
        <source>&amp;Language</source>
        <translation>&amp;Language</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Larger text</source>
        <translation>&amp;Larger text</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Merge with another…</source>
        <translation>&amp;Merge with another…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/new_project.py</extracomment>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_run.py</extracomment>
        <source>&amp;Name of the new evidence</source>
        <translation>&amp;Name of the new evidence</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules.py</extracomment>
        <source>&amp;New rule</source>
        <translation>&amp;New rule</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;New thing…</source>
        <translation>&amp;New thing…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;New…</source>
        <translation>&amp;New…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_editor.py</extracomment>
        <source>&amp;Number</source>
        <translation>&amp;Number</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>&amp;Occurrence</source>
        <translation>&amp;Occurrence</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Open…</source>
        <translation>&amp;Open…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/action_form.py</extracomment>
        <source>&amp;Owner</source>
        <translation>&amp;Owner</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Pin or unpin the tab</source>
        <translation>&amp;Pin or unpin the tab</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Preferences…</source>
        <translation>&amp;Preferences…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Print…</source>
        <translation>&amp;Print…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>&amp;Question</source>
        <translation>&amp;Question</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Questions</source>
        <translation>&amp;Questions</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Quit</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Read a workbook…</source>
        <translation>&amp;Read a workbook…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>&amp;Reason</source>
        <translation>&amp;Reason</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reason.py</extracomment>
        <source>&amp;Reasons given lately (Down, then Enter)</source>
        <translation>&amp;Reasons given lately (Down, then Enter)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Redo</source>
        <translation>&amp;Redo</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Redo in this view</source>
        <translation>&amp;Redo in this view</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>&amp;Remove that first</source>
        <translation>&amp;Remove that first</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_editor.py</extracomment>
        <source>&amp;Replaced by</source>
        <translation>&amp;Replaced by</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picture.py</extracomment>
        <source>&amp;Resolution</source>
        <translation>&amp;Resolution</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/retire.py</extracomment>
        <source>&amp;Retire: it stays readable and is no longer offered</source>
        <translation>&amp;Retire: it stays readable and is no longer offered</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>&amp;Risk</source>
        <translation>&amp;Risk</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>&amp;Rule</source>
        <translation>&amp;Rule</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Search</source>
        <translation>&amp;Search</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_saving.py</extracomment>
        <source>&amp;Sentence</source>
        <translation>&amp;Sentence</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>&amp;Severity</source>
        <translation>&amp;Severity</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspect_form.py</extracomment>
        <source>&amp;Show the project</source>
        <translation>&amp;Show the project</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_editor.py</extracomment>
        <source>&amp;Site</source>
        <translation>&amp;Site</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>&amp;Study</source>
        <translation>&amp;Study</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/preferences.py</extracomment>
        <source>&amp;Text size</source>
        <translation>&amp;Text size</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Time line of a transfer…</source>
        <translation>&amp;Time line of a transfer…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>&amp;To</source>
        <translation>&amp;To</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Tour of the demo</source>
        <translation>&amp;Tour of the demo</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Undo</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Undo in this view</source>
        <translation>&amp;Undo in this view</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>&amp;User</source>
        <translation>&amp;User</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;User guide</source>
        <translation>&amp;User guide</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_editor.py</extracomment>
        <source>&amp;Usual change</source>
        <translation>&amp;Usual change</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Usual text size</source>
        <translation>&amp;Usual text size</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_form.py</extracomment>
        <source>&amp;Way</source>
        <translation>&amp;Way</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publish_form.py</extracomment>
        <source>&amp;What</source>
        <translation>&amp;What</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;What is new</source>
        <translation>&amp;What is new</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_saving.py</extracomment>
        <source>&amp;What it answers</source>
        <translation>&amp;What it answers</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_run.py</extracomment>
        <source>&amp;Who judges</source>
        <translation>&amp;Who judges</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/triage_form.py</extracomment>
        <source>&amp;Why recorded</source>
        <translation>&amp;Why recorded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reason.py</extracomment>
        <source>&amp;Why?</source>
        <translation>&amp;Why?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Write to a server…</source>
        <translation>&amp;Write to a server…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/update_preview.py</extracomment>
        <source>&amp;Yes, all of that is meant to go</source>
        <translation>&amp;Yes, all of that is meant to go</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>&amp;Yes, that may be read</source>
        <translation>&amp;Yes, that may be read</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sheet_table.py</extracomment>
        <source>(nothing)</source>
        <translation>(nothing)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>({counts} statements are taken back)</source>
        <translation>({counts} statements are taken back)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>+ Gap</source>
        <translation>+ Gap</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/answer_rows.py</extracomment>
        <source>+ Why?</source>
        <translation>+ Why?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/bundle_rows.py</extracomment>
        <source>+ new</source>
        <translation>+ new</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/card_lines.py</extracomment>
        <source>+{count} more</source>
        <translation>+{count} more</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/graph_scene.py</extracomment>
        <source>+{count} more …</source>
        <translation>+{count} more …</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/verdict_box.py</extracomment>
        <source>, due {day}</source>
        <translation>, due {day}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_meeting.py</extracomment>
        <source>, participants {people}</source>
        <translation>, participants {people}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/matrix.py</extracomment>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_bar.py</extracomment>
        <source>0 no effect</source>
        <translation>0 no effect</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/workbook_import.py</extracomment>
        <source>0, 1, 2, 3</source>
        <translation>0, 1, 2, 3</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_paste.py</extracomment>
        <source>0, 1, 2, 3 are none, low, medium, high</source>
        <translation>0, 1, 2, 3 are none, low, medium, high</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/workbook_import.py</extracomment>
        <source>0, 1, 3, 9</source>
        <translation>0, 1, 3, 9</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_paste.py</extracomment>
        <source>0, 1, 3, 9 are none, low, medium, high</source>
        <translation>0, 1, 3, 9 are none, low, medium, high</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_state.py</extracomment>
        <source>1 field changed</source>
        <translation>1 field changed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_bar.py</extracomment>
        <source>1 found</source>
        <translation>1 found</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_view.py</extracomment>
        <source>1 row</source>
        <translation>1 row</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_state.py</extracomment>
        <source>1 to correct before saving</source>
        <translation>1 to correct before saving</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_bar.py</extracomment>
        <source>2≠ two that disagree</source>
        <translation>2≠ two that disagree</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/fields.py</extracomment>
        <source>&lt;address&gt;, "text"@en or "7.40"^^&lt;datatype&gt;</source>
        <translation>&lt;address&gt;, "text"@en or "7.40"^^&lt;datatype&gt;</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>= same</source>
        <translation>= same</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/matrix.py</extracomment>
        <source>?</source>
        <translation>?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_bar.py</extracomment>
        <source>? strength not judged</source>
        <translation>? strength not judged</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>? unknown</source>
        <translation>? unknown</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/site_rows.py</extracomment>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>A check of everything says what is missing or does not fit. One can work on meanwhile.</source>
        <translation>A check of everything says what is missing or does not fit. One can work on meanwhile.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>A closed assessment is never altered. Later changes of what it rests on raise a review. It supports the decision; the record of the decision stays in your quality system.</source>
        <translation>A closed assessment is never altered. Later changes of what it rests on raise a review. It supports the decision; the record of the decision stays in your quality system.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>A criterion is tightened, widened, added or dropped.</source>
        <translation>A criterion is tightened, widened, added or dropped.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_leaving.py</extracomment>
        <source>A draft stays on this computer and is offered again.</source>
        <translation>A draft stays on this computer and is offered again.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picture.py</extracomment>
        <source>A drawing that stays sharp at any size; its text can be searched and changed.</source>
        <translation>A drawing that stays sharp at any size; its text can be searched and changed.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/new_project.py</extracomment>
        <source>A file cannot have this name. Leave out signs such as / : * ?</source>
        <translation>A file cannot have this name. Leave out signs such as / : * ?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/workbooks.py</extracomment>
        <source>A gap list that came back</source>
        <translation>A gap list that came back</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map.py</extracomment>
        <source>A general process with its unit operations, and the processes of the sites, stand here side by side.</source>
        <translation>A general process with its unit operations, and the processes of the sites, stand here side by side.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/guide.py</extracomment>
        <source>A graph on a server</source>
        <translation>A graph on a server</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/grid.py</extracomment>
        <source>A grid shows things with a class that has a form. Choose other rows, or create such things first.</source>
        <translation>A grid shows things with a class that has a form. Choose other rows, or create such things first.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/matrix.py</extracomment>
        <source>A hypothesis</source>
        <translation>A hypothesis</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_open.py</extracomment>
        <source>A line of this text has more than {most} characters. Break it first.</source>
        <translation>A line of this text has more than {most} characters. Break it first.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/item_words.py</extracomment>
        <source>A link without a recorded strength could make this grade higher or lower. “Decided by” names the links to look at.</source>
        <translation>A link without a recorded strength could make this grade higher or lower. “Decided by” names the links to look at.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>A material is short or allocated.</source>
        <translation>A material is short or allocated.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>A material, reagent or single-use kit is replaced by another.</source>
        <translation>A material, reagent or single-use kit is replaced by another.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>A method, or how it is run at a site, changes: results move, the product need not.</source>
        <translation>A method, or how it is run at a site, changes: results move, the product need not.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_change.py</extracomment>
        <source>A new key takes the place of yours and is signed by it: partners who confirmed the old one trust the new one when they take in its card. Replace a key before it expires, or when somebody may know its password.</source>
        <translation>A new key takes the place of yours and is signed by it: partners who confirmed the old one trust the new one when they take in its card. Replace a key before it expires, or when somebody may know its password.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>A new one</source>
        <translation>A new one</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/new_project.py</extracomment>
        <source>A new, empty project</source>
        <translation>A new, empty project</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>A parameter is run at another value.</source>
        <translation>A parameter is run at another value.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>A parameter may move within other limits.</source>
        <translation>A parameter may move within other limits.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>A parameter was out of its value while a batch was made: a deviation.</source>
        <translation>A parameter was out of its value while a batch was made: a deviation.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/item_words.py</extracomment>
        <source>A person confirms it.</source>
        <translation>A person confirms it.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>A person, supplier or site goes, with what only they know or give.</source>
        <translation>A person, supplier or site goes, with what only they know or give.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>A piece of equipment, or a model, is replaced by another.</source>
        <translation>A piece of equipment, or a model, is replaced by another.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/bundle_start.py</extracomment>
        <source>A project from bundle {number} of {sender}</source>
        <translation>A project from bundle {number} of {sender}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/start.py</extracomment>
        <source>A project from what a partner sent</source>
        <translation>A project from what a partner sent</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>A provision comes into force or changes.</source>
        <translation>A provision comes into force or changes.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_compared.py</extracomment>
        <source>A review that was compared here is no longer open.</source>
        <translation>A review that was compared here is no longer open.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/findings.py</extracomment>
        <source>A rule without a name</source>
        <translation>A rule without a name</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/findings.py</extracomment>
        <source>A server is not checked</source>
        <translation>A server is not checked</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>A server keeps no history</source>
        <translation>A server keeps no history</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>A server tells what it holds now. Who changed what and why is in the project file.</source>
        <translation>A server tells what it holds now. Who changed what and why is in the project file.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>A server to copy from</source>
        <translation>A server to copy from</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>A server to write to</source>
        <translation>A server to write to</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>A site is added that makes or tests the product.</source>
        <translation>A site is added that makes or tests the product.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>A step leads from a thing to what it names; what leads to the chosen things is a step, too. All of a part is read, or nothing is copied: at most {statements} statements and {things} things at once. Nothing in this project is removed or overwritten.</source>
        <translation>A step leads from a thing to what it names; what leads to the chosen things is a step, too. All of a part is read, or nothing is copied: at most {statements} statements and {things} things at once. Nothing in this project is removed or overwritten.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>A whole &amp;graph</source>
        <translation>A whole &amp;graph</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_meeting.py</extracomment>
        <source>A workbook that came back</source>
        <translation>A workbook that came back</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/assessments.py</extracomment>
        <source>About</source>
        <translation>About</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/exchange_place.py</extracomment>
        <source>About a thing, with the next bundle</source>
        <translation>About a thing, with the next bundle</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/about.py</extracomment>
        <source>About kgapp</source>
        <translation>About kgapp</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/bundle_rows.py</extracomment>
        <source>About no step</source>
        <translation>About no step</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/finding_detail.py</extracomment>
        <source>About the chosen finding</source>
        <translation>About the chosen finding</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>About {things}.</source>
        <translation>About {things}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/action_form.py</extracomment>
        <source>About: {name}</source>
        <translation>About: {name}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/bundle_rows.py</extracomment>
        <source>Accept</source>
        <translation>Accept</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>Accept all without conflict</source>
        <translation>Accept all without conflict</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>Accept although a bundle before it did not arrive</source>
        <translation>Accept although a bundle before it did not arrive</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/bundle_rows.py</extracomment>
        <source>Accept as draft</source>
        <translation>Accept as draft</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>Accept nevertheless…</source>
        <translation>Accept nevertheless…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>Accept {count} as one revision…</source>
        <translation>Accept {count} as one revision…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_returned.py</extracomment>
        <source>Accept {count} rows as one revision…</source>
        <translation>Accept {count} rows as one revision…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_returned.py</extracomment>
        <source>Accept {count} rows of {file}</source>
        <translation>Accept {count} rows of {file}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Actio&amp;ns and questions</source>
        <translation>Actio&amp;ns and questions</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/action_list.py</extracomment>
        <source>Action “{name}”</source>
        <translation>Action “{name}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/timeline_picture.py</extracomment>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/action_list.py</extracomment>
        <source>Actions and questions</source>
        <translation>Actions and questions</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/gap_rows.py</extracomment>
        <source>Actions: {names}.</source>
        <translation>Actions: {names}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Acts together</source>
        <translation>Acts together</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/triage_form.py</extracomment>
        <source>Actual &amp;value</source>
        <translation>Actual &amp;value</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/triage_form.py</extracomment>
        <source>Actual value</source>
        <translation>Actual value</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Add a re&amp;lation…</source>
        <translation>Add a re&amp;lation…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/relate.py</extracomment>
        <source>Add a relation</source>
        <translation>Add a relation</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Add a relation…</source>
        <translation>Add a relation…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>Add a risk</source>
        <translation>Add a risk</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/field_list.py</extracomment>
        <source>Add another</source>
        <translation>Add another</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/departure.py</extracomment>
        <source>Add evidence…</source>
        <translation>Add evidence…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>Add it</source>
        <translation>Add it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/relate.py</extracomment>
        <source>Add it…</source>
        <translation>Add it…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/verdict_box.py</extracomment>
        <source>Add risk…</source>
        <translation>Add risk…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>Add the class</source>
        <translation>Add the class</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>Add the graph</source>
        <translation>Add the graph</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/impact_pages.py</extracomment>
        <source>Add the missing influence…</source>
        <translation>Add the missing influence…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/entity_commands.py</extracomment>
        <source>Add “{relation}”</source>
        <translation>Add “{relation}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copying.py</extracomment>
        <source>Adding to the project…</source>
        <translation>Adding to the project…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/copying.py</extracomment>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publish_form.py</extracomment>
        <source>Address for w&amp;riting</source>
        <translation>Address for w&amp;riting</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publish_form.py</extracomment>
        <source>Address for writing</source>
        <translation>Address for writing</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_choice.py</extracomment>
        <source>Address, sign-in and the address for writing of this connection</source>
        <translation>Address, sign-in and the address for writing of this connection</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/facts.py</extracomment>
        <source>Add…</source>
        <translation>Add…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>Affected</source>
        <translation>Affected</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>Affected: process and results</source>
        <translation>Affected: process and results</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>Affected: quality attributes</source>
        <translation>Affected: quality attributes</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Affects</source>
        <translation>Affects</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/timeline.py</extracomment>
        <source>All days</source>
        <translation>All days</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_head.py</extracomment>
        <source>All differences together: {count} changes behind {rows} rows</source>
        <translation>All differences together: {count} changes behind {rows} rows</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_frame.py</extracomment>
        <source>All fields as they are recorded</source>
        <translation>All fields as they are recorded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/exchange.py</extracomment>
        <source>All files</source>
        <translation>All files</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/gap_rows.py</extracomment>
        <source>All gaps</source>
        <translation>All gaps</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/gap_rows.py</extracomment>
        <source>All gaps and what is unknown</source>
        <translation>All gaps and what is unknown</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_bar.py</extracomment>
        <source>All in sight</source>
        <translation>All in sight</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>All of a c&amp;lass</source>
        <translation>All of a c&amp;lass</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/explorer.py</extracomment>
        <source>All of them in a grid</source>
        <translation>All of them in a grid</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/exchange.py</extracomment>
        <source>All of them together</source>
        <translation>All of them together</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>All paths again</source>
        <translation>All paths again</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/control.py</extracomment>
        <source>All sites</source>
        <translation>All sites</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publish_form.py</extracomment>
        <source>All statements go into one graph of the server. The history, and in which graph a statement stood, are not sent. What is marked internal is sent, too: you see how much that is before, and nothing is sent without your yes.</source>
        <translation>All statements go into one graph of the server. The history, and in which graph a statement stood, are not sent. What is marked internal is sent, too: you see how much that is before, and nothing is sent without your yes.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/duplicate.py</extracomment>
        <source>All that is said of it is copied, with its links, but not its id and review. What refers to it stays with it alone.</source>
        <translation>All that is said of it is copied, with its links, but not its id and review. What refers to it stays with it alone.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_wanted.py</extracomment>
        <source>All things of the class {name}: {count} there</source>
        <translation>All things of the class {name}: {count} there</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>All {count} statements were read back and are the same by value, and the graph holds nothing else ({there} statements there).</source>
        <translation>All {count} statements were read back and are the same by value, and the graph holds nothing else ({there} statements there).</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/action_list.py</extracomment>
        <source>All, also closed</source>
        <translation>All, also closed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>All, by name</source>
        <translation>All, by name</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Allowed?</source>
        <translation>Allowed?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Along the links</source>
        <translation>Along the links</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_chart.py</extracomment>
        <source>Along what it is drawn</source>
        <translation>Along what it is drawn</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Also called</source>
        <translation>Also called</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_head.py</extracomment>
        <source>Also open: {change}. {because}</source>
        <translation>Also open: {change}. {because}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_groups.py</extracomment>
        <source>Also recorded</source>
        <translation>Also recorded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/profile_form.py</extracomment>
        <source>Also what is marked internal</source>
        <translation>Also what is marked internal</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/item_words.py</extracomment>
        <source>Also: {path}.</source>
        <translation>Also: {path}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bookmarks.py</extracomment>
        <source>Alt+Down</source>
        <translation>Alt+Down</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bookmarks.py</extracomment>
        <source>Alt+Up</source>
        <translation>Alt+Up</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspector.py</extracomment>
        <source>Among them</source>
        <translation>Among them</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_form.py</extracomment>
        <source>An analysis changes nothing in the project. It supports a decision; it does not take it.</source>
        <translation>An analysis changes nothing in the project. It supports a decision; it does not take it.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>An earlier run did not come to its end: it goes on after {count} confirmed statements.</source>
        <translation>An earlier run did not come to its end: it goes on after {count} confirmed statements.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/crash.py</extracomment>
        <source>An error of kgapp</source>
        <translation>An error of kgapp</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules.py</extracomment>
        <source>An impact follows these rules from what changes to what it touches. One that is missing reads as “not touched”.</source>
        <translation>An impact follows these rules from what changes to what it touches. One that is missing reads as “not touched”.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_choice.py</extracomment>
        <source>Another server…</source>
        <translation>Another server…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_bar.py</extracomment>
        <source>Another text in a tab of its own</source>
        <translation>Another text in a tab of its own</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/questions.py</extracomment>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/make_bundle.py</extracomment>
        <source>Answer the newest bundle of theirs that was taken over here</source>
        <translation>Answer the newest bundle of theirs that was taken over here</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>Answer to bundle {number} from {sender}</source>
        <translation>Answer to bundle {number} from {sender}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_returned.py</extracomment>
        <source>Answer: {file}</source>
        <translation>Answer: {file}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/verdict_box.py</extracomment>
        <source>Answer: {text}</source>
        <translation>Answer: {text}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/gap_rows.py</extracomment>
        <source>Any day</source>
        <translation>Any day</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_bar.py</extracomment>
        <source>Any owner</source>
        <translation>Any owner</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_bar.py</extracomment>
        <source>Any severity</source>
        <translation>Any severity</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>Any site</source>
        <translation>Any site</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_bar.py</extracomment>
        <source>Any step</source>
        <translation>Any step</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_bar.py</extracomment>
        <source>Arrange</source>
        <translation>Arrange</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/graph_work.py</extracomment>
        <source>Arrange freely</source>
        <translation>Arrange freely</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/graph_work.py</extracomment>
        <source>Arrange in layers</source>
        <translation>Arrange in layers</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>As a page in the browser; nothing enters the project</source>
        <translation>As a page in the browser; nothing enters the project</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_bar.py</extracomment>
        <source>As a table</source>
        <translation>As a table</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_row.py</extracomment>
        <source>As it is recorded again</source>
        <translation>As it is recorded again</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publish_form.py</extracomment>
        <source>As it was after a revision</source>
        <translation>As it was after a revision</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/control.py</extracomment>
        <source>As of revision</source>
        <translation>As of revision</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/departure.py</extracomment>
        <source>As of {day}.</source>
        <translation>As of {day}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/control.py</extracomment>
        <source>As recorded after revision {number}: later changes are left out.</source>
        <translation>As recorded after revision {number}: later changes are left out.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/preferences.py</extracomment>
        <source>As the system</source>
        <translation>As the system</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Ask</source>
        <translation>Ask</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>Ask a question</source>
        <translation>Ask a question</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/impact.py</extracomment>
        <source>Ask again</source>
        <translation>Ask again</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_bar.py</extracomment>
        <source>Ask also what follows from the statements by the ontology: wider classes and properties, inverses, chains</source>
        <translation>Ask also what follows from the statements by the ontology: wider classes and properties, inverses, chains</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/keeping.py</extracomment>
        <source>Ask each time</source>
        <translation>Ask each time</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Ask for a reason at each save &amp;again</source>
        <translation>Ask for a reason at each save &amp;again</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/guide.py</extracomment>
        <source>Ask: questions and SPARQL</source>
        <translation>Ask: questions and SPARQL</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_history.py</extracomment>
        <source>Asked with what follows.</source>
        <translation>Asked with what follows.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>Asking {name}…</source>
        <translation>Asking {name}…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>Asks</source>
        <translation>Asks</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/verdict_box.py</extracomment>
        <source>Ask…</source>
        <translation>Ask…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>Assess</source>
        <translation>Assess</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/assessments.py</extracomment>
        <source>Assess a change, then keep it: it waits here until every item has its verdict.</source>
        <translation>Assess a change, then keep it: it waits here until every item has its verdict.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/assessments.py</extracomment>
        <source>Assess a change…</source>
        <translation>Assess a change…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Assess a de&amp;viation…</source>
        <translation>Assess a de&amp;viation…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_head.py</extracomment>
        <source>Assess all {count} gaps</source>
        <translation>Assess all {count} gaps</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_comparing.py</extracomment>
        <source>Assess another change, or keep an assessment.</source>
        <translation>Assess another change, or keep an assessment.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/departure.py</extracomment>
        <source>Assess this as a change…</source>
        <translation>Assess this as a change…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Assess&amp;ments</source>
        <translation>Assess&amp;ments</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/matrix.py</extracomment>
        <source>Assessed for {sites} only</source>
        <translation>Assessed for {sites} only</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/assessments.py</extracomment>
        <source>Assessment</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/assessments.py</extracomment>
        <source>Assessments</source>
        <translation>Assessments</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/assessments.py</extracomment>
        <source>Assessments support a decision; the record of the decision stays in your quality system.</source>
        <translation>Assessments support a decision; the record of the decision stays in your quality system.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>Assign</source>
        <translation>Assign</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/verdict_box.py</extracomment>
        <source>Assigned to {who}{due}</source>
        <translation>Assigned to {who}{due}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/verdict_box.py</extracomment>
        <source>Assign…</source>
        <translation>Assign…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/item_words.py</extracomment>
        <source>At least {paths} of this grade that share no link.</source>
        <translation>At least {paths} of this grade that share no link.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>At site</source>
        <translation>At site</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>At sites</source>
        <translation>At sites</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity.py</extracomment>
        <source>At the sites</source>
        <translation>At the sites</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_figures.py</extracomment>
        <source>At the sites: {shown} of {total} factors</source>
        <translation>At the sites: {shown} of {total} factors</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/attachments.py</extracomment>
        <source>Attach a file</source>
        <translation>Attach a file</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/attachments.py</extracomment>
        <source>Attach {name}</source>
        <translation>Attach {name}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/attachments.py</extracomment>
        <source>Attachments</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity_head.py</extracomment>
        <source>Attach…</source>
        <translation>Attach…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/batches.py</extracomment>
        <source>Attribute</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/control.py</extracomment>
        <source>Attributes with influences, ranges, controls, tests and results would stand here.</source>
        <translation>Attributes with influences, ranges, controls, tests and results would stand here.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/knowledge_risk.py</extracomment>
        <source>Attrition and position risk of a person: not for passing on.</source>
        <translation>Attrition and position risk of a person: not for passing on.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>Automation</source>
        <translation>Automation</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>B&amp;ookmarks</source>
        <translation>B&amp;ookmarks</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/tour.py</extracomment>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules.py</extracomment>
        <source>Back to &amp;shipped…</source>
        <translation>Back to &amp;shipped…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_returned.py</extracomment>
        <source>Back to the gap meeting</source>
        <translation>Back to the gap meeting</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules.py</extracomment>
        <source>Back to the shipped rule “{name}”</source>
        <translation>Back to the shipped rule “{name}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/new_project.py</extracomment>
        <source>Base address</source>
        <translation>Base address</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/workbook_import.py</extracomment>
        <source>Basis of a matrix</source>
        <translation>Basis of a matrix</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/slots.py</extracomment>
        <source>Basis: {basis}</source>
        <translation>Basis: {basis}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/triage_form.py</extracomment>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/batches.py</extracomment>
        <source>Batch results</source>
        <translation>Batch results</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Batches</source>
        <translation>Batches</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_editor.py</extracomment>
        <source>Batches in process</source>
        <translation>Batches in process</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>Bears on</source>
        <translation>Bears on</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Because</source>
        <translation>Because</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/steps_menu.py</extracomment>
        <source>Before that: {name}. Take it back in the history…</source>
        <translation>Before that: {name}. Take it back in the history…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Best taught by</source>
        <translation>Best taught by</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/item_words.py</extracomment>
        <source>Best with {evidence}: {grade}.</source>
        <translation>Best with {evidence}: {grade}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/batches.py</extracomment>
        <source>Beyond a limit: {batches}.</source>
        <translation>Beyond a limit: {batches}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/workbook_import.py</extracomment>
        <source>Bill of materials</source>
        <translation>Bill of materials</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>Biosafety level</source>
        <translation>Biosafety level</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Bookmar&amp;k this page</source>
        <translation>Bookmar&amp;k this page</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Bookmark</source>
        <translation>Bookmark</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity_head.py</extracomment>
        <source>Bookmark this page (Ctrl+D)</source>
        <translation>Bookmark this page (Ctrl+D)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Bookmark {count} things</source>
        <translation>Bookmark {count} things</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity_head.py</extracomment>
        <source>Bookmarked</source>
        <translation>Bookmarked</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Bookmarked.</source>
        <translation>Bookmarked.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bookmarks.py</extracomment>
        <source>Bookmarks</source>
        <translation>Bookmarks</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/bundle_rows.py</extracomment>
        <source>Both</source>
        <translation>Both</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/gap_rows.py</extracomment>
        <source>Both sites</source>
        <translation>Both sites</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>Both states hold the same statements.</source>
        <translation>Both states hold the same statements.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/bundles.py</extracomment>
        <source>Bundle of kgapp</source>
        <translation>Bundle of kgapp</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>Bundle {number}</source>
        <translation>Bundle {number}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>Bundle {number} from {sender}</source>
        <translation>Bundle {number} from {sender}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/exchange_place.py</extracomment>
        <source>Bundle {number} to {receiver}</source>
        <translation>Bundle {number} to {receiver}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>Bundle {number}: answer</source>
        <translation>Bundle {number}: answer</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_change.py</extracomment>
        <source>Bundles signed with this key are not accepted any more, for good. Only you are told so: nobody else is.</source>
        <translation>Bundles signed with this key are not accepted any more, for good. Only you are told so: nobody else is.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publish_form.py</extracomment>
        <source>By SPARQL UPDATE</source>
        <translation>By SPARQL UPDATE</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/explorer.py</extracomment>
        <source>By class</source>
        <translation>By class</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>By kind</source>
        <translation>By kind</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>By rule</source>
        <translation>By rule</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>By severity</source>
        <translation>By severity</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>By state</source>
        <translation>By state</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>By step</source>
        <translation>By step</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publish_form.py</extracomment>
        <source>By the Graph Store Protocol</source>
        <translation>By the Graph Store Protocol</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>By thing</source>
        <translation>By thing</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/explorer.py</extracomment>
        <source>By work</source>
        <translation>By work</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/work_filters.py</extracomment>
        <source>By {what}</source>
        <translation>By {what}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>C&amp;overage: what was assessed</source>
        <translation>C&amp;overage: what was assessed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/answer_export.py</extracomment>
        <source>CSV for spreadsheets (no cell is calculated)</source>
        <translation>CSV for spreadsheets (no cell is calculated)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/answer_export.py</extracomment>
        <source>CSV, exact</source>
        <translation>CSV, exact</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/field_date.py</extracomment>
        <source>Calendar</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/finding_detail.py</extracomment>
        <source>Can be settled at once:</source>
        <translation>Can be settled at once:</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/action_form.py</extracomment>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/answer_rows.py</extracomment>
        <source>Cannot be asked</source>
        <translation>Cannot be asked</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/rules_rows.py</extracomment>
        <source>Cannot be used: no impact can be asked for until these are corrected or switched off</source>
        <translation>Cannot be used: no impact can be asked for until these are corrected or switched off</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/workbook_import.py</extracomment>
        <source>Cause-and-effect matrix</source>
        <translation>Cause-and-effect matrix</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/rules_rows.py</extracomment>
        <source>Cause: what is affected</source>
        <translation>Cause: what is affected</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/matrix_view.py</extracomment>
        <source>Cells of the coverage matrix</source>
        <translation>Cells of the coverage matrix</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/servers.py</extracomment>
        <source>Change the connection…</source>
        <translation>Change the connection…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_head.py</extracomment>
        <source>Change the question…</source>
        <translation>Change the question…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_bar.py</extracomment>
        <source>Change the run…</source>
        <translation>Change the run…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/departure.py</extracomment>
        <source>Change the training…</source>
        <translation>Change the training…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>Change what is written, and where</source>
        <translation>Change what is written, and where</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Changed specification</source>
        <translation>Changed specification</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Changed test method</source>
        <translation>Changed test method</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Changes</source>
        <translation>Changes</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_form.py</extracomment>
        <source>Changes something else too?</source>
        <translation>Changes something else too?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_form.py</extracomment>
        <source>Changes that are assessed together</source>
        <translation>Changes that are assessed together</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copying.py</extracomment>
        <source>Change…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_view.py</extracomment>
        <source>Chart</source>
        <translation>Chart</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/batches.py</extracomment>
        <source>Chart and comparison</source>
        <translation>Chart and comparison</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>Check everything</source>
        <translation>Check everything</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>Check everything (F7)</source>
        <translation>Check everything (F7)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>Check first what the shapes would newly find</source>
        <translation>Check first what the shapes would newly find</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>Checking everything…</source>
        <translation>Checking everything…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>Checking what the shapes would newly find; nothing is accepted yet…</source>
        <translation>Checking what the shapes would newly find; nothing is accepted yet…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>Checking {file}…</source>
        <translation>Checking {file}…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picker.py</extracomment>
        <source>Choices for {field}</source>
        <translation>Choices for {field}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix.py</extracomment>
        <source>Choose a cell first.</source>
        <translation>Choose a cell first.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/finding_detail.py</extracomment>
        <source>Choose a finding to see why, and what to do.</source>
        <translation>Choose a finding to see why, and what to do.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_choice.py</extracomment>
        <source>Choose a server</source>
        <translation>Choose a server</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>Choose a server first: then it is asked what it holds.</source>
        <translation>Choose a server first: then it is asked what it holds.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publish_form.py</extracomment>
        <source>Choose a server. Nothing is written before you have seen what, and said yes.</source>
        <translation>Choose a server. Nothing is written before you have seen what, and said yes.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/export.py</extracomment>
        <source>Choose a smaller resolution, or SVG or PDF, which stay sharp at any size.</source>
        <translation>Choose a smaller resolution, or SVG or PDF, which stay sharp at any size.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/why.py</extracomment>
        <source>Choose a statement or a row of an answer, and ask why.</source>
        <translation>Choose a statement or a row of an answer, and ask why.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph.py</extracomment>
        <source>Choose a thing and its command “Show in graph”, or open a saved view.</source>
        <translation>Choose a thing and its command “Show in graph”, or open a saved view.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/thing_field.py</extracomment>
        <source>Choose a thing of this project.</source>
        <translation>Choose a thing of this project.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_side.py</extracomment>
        <source>Choose a thing to see by what it is linked with others.</source>
        <translation>Choose a thing to see by what it is linked with others.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/preferences.py</extracomment>
        <source>Choose a whole path for the folder.</source>
        <translation>Choose a whole path for the folder.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Choose all rows shown</source>
        <translation>Choose all rows shown</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_returned.py</extracomment>
        <source>Choose all without conflict</source>
        <translation>Choose all without conflict</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/impact_pages.py</extracomment>
        <source>Choose all {count}</source>
        <translation>Choose all {count}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/export.py</extracomment>
        <source>Choose another folder. A file that was there before is as it was.</source>
        <translation>Choose another folder. A file that was there before is as it was.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picker.py</extracomment>
        <source>Choose from the list (Down)</source>
        <translation>Choose from the list (Down)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/field_date.py</extracomment>
        <source>Choose in a calendar (Alt+Down)</source>
        <translation>Choose in a calendar (Alt+Down)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_returned.py</extracomment>
        <source>Choose none</source>
        <translation>Choose none</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>Choose one to read what it changed, or two to compare them.</source>
        <translation>Choose one to read what it changed, or two to compare them.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspector.py</extracomment>
        <source>Choose something on the map or in a list: what is recorded about it stands here.</source>
        <translation>Choose something on the map or in a list: what is recorded about it stands here.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/triage_form.py</extracomment>
        <source>Choose the batch.</source>
        <translation>Choose the batch.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/new_project.py</extracomment>
        <source>Choose the folder that the project goes to.</source>
        <translation>Choose the folder that the project goes to.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>Choose the person.</source>
        <translation>Choose the person.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/point_form.py</extracomment>
        <source>Choose the thing.</source>
        <translation>Choose the thing.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_choose.py</extracomment>
        <source>Choose two different ones.</source>
        <translation>Choose two different ones.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/impacts.py</extracomment>
        <source>Choose what it belongs to.</source>
        <translation>Choose what it belongs to.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/triage_form.py</extracomment>
        <source>Choose what was out of its value.</source>
        <translation>Choose what was out of its value.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/new_project.py</extracomment>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>Chosen option</source>
        <translation>Chosen option</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/follow_rows.py</extracomment>
        <source>Citation, or why</source>
        <translation>Citation, or why</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>Class</source>
        <translation>Class</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_form.py</extracomment>
        <source>Class of the link</source>
        <translation>Class of the link</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Classes</source>
        <translation>Classes</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reasoning.py</extracomment>
        <source>Classes that fall under a class nobody stated</source>
        <translation>Classes that fall under a class nobody stated</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/grid_table.py</extracomment>
        <source>Clear</source>
        <translation>Clear</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Clear the cell</source>
        <translation>Clear the cell</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Clear the cells</source>
        <translation>Clear the cells</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/keeping.py</extracomment>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/explorer.py</extracomment>
        <source>Close all branches</source>
        <translation>Close all branches</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>Close it</source>
        <translation>Close it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/tabs.py</extracomment>
        <source>Close other tabs</source>
        <translation>Close other tabs</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/tabs.py</extracomment>
        <source>Close tab</source>
        <translation>Close tab</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/tabs.py</extracomment>
        <source>Close tab (Ctrl+W)</source>
        <translation>Close tab (Ctrl+W)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>Close the assessment</source>
        <translation>Close the assessment</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/explorer.py</extracomment>
        <source>Close the branch</source>
        <translation>Close the branch</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_side.py</extracomment>
        <source>Close the ways</source>
        <translation>Close the ways</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Close what has popped up, cancel</source>
        <translation>Close what has popped up, cancel</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_head.py</extracomment>
        <source>Close: {missing}…</source>
        <translation>Close: {missing}…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/assessments.py</extracomment>
        <source>Closed  {count}</source>
        <translation>Closed  {count}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/gap_rows.py</extracomment>
        <source>Closed gaps</source>
        <translation>Closed gaps</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_head.py</extracomment>
        <source>Closed {day} by {who}: “{conclusion}” It is read-only.</source>
        <translation>Closed {day} by {who}: “{conclusion}” It is read-only.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_head.py</extracomment>
        <source>Close…</source>
        <translation>Close…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/graph_work.py</extracomment>
        <source>Collapse</source>
        <translation>Collapse</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/preferences.py</extracomment>
        <source>Colours</source>
        <translation>Colours</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Colours as the &amp;system</source>
        <translation>Colours as the &amp;system</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_returned.py</extracomment>
        <source>Column</source>
        <translation>Column</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/grid_cells.py</extracomment>
        <source>Column {number}</source>
        <translation>Column {number}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/grid.py</extracomment>
        <source>Columns</source>
        <translation>Columns</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>Comma-separated values (*.csv)</source>
        <translation>Comma-separated values (*.csv)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Commands</source>
        <translation>Commands</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/point_form.py</extracomment>
        <source>Comment</source>
        <translation>Comment</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/update_preview.py</extracomment>
        <source>Commit…</source>
        <translation>Commit…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Comparability</source>
        <translation>Comparability</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/follow_rows.py</extracomment>
        <source>Comparability studies</source>
        <translation>Comparability studies</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_comparing.py</extracomment>
        <source>Compare</source>
        <translation>Compare</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copying.py</extracomment>
        <source>Compare again</source>
        <translation>Compare again</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/guide.py</extracomment>
        <source>Compare sites and transfer</source>
        <translation>Compare sites and transfer</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Compare t&amp;wo sites…</source>
        <translation>Compare t&amp;wo sites…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/batches.py</extracomment>
        <source>Compare the two</source>
        <translation>Compare the two</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Compare the two sites</source>
        <translation>Compare the two sites</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_choose.py</extracomment>
        <source>Compare two sites</source>
        <translation>Compare two sites</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Compare with</source>
        <translation>Compare with</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Compare with another site…</source>
        <translation>Compare with another site…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_parts.py</extracomment>
        <source>Compare with last run</source>
        <translation>Compare with last run</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Compare with {site}</source>
        <translation>Compare with {site}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_head.py</extracomment>
        <source>Compare with…</source>
        <translation>Compare with…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_compared.py</extracomment>
        <source>Compared</source>
        <translation>Compared</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_compare.py</extracomment>
        <source>Compared with the last run</source>
        <translation>Compared with the last run</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_meeting.py</extracomment>
        <source>Comparing the two processes…</source>
        <translation>Comparing the two processes…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare.py</extracomment>
        <source>Comparing the two sites…</source>
        <translation>Comparing the two sites…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_compared.py</extracomment>
        <source>Comparing…</source>
        <translation>Comparing…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Comparison of two sites</source>
        <translation>Comparison of two sites</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>Conclusion</source>
        <translation>Conclusion</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>Conclusions</source>
        <translation>Conclusions</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_confirm.py</extracomment>
        <source>Confirm</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/verdict_box.py</extracomment>
        <source>Confirm again</source>
        <translation>Confirm again</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>Confirm the sender's key…</source>
        <translation>Confirm the sender's key…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>Confirmed by an earlier run: {count}.</source>
        <translation>Confirmed by an earlier run: {count}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_ring.py</extracomment>
        <source>Confirm…</source>
        <translation>Confirm…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>Connection</source>
        <translation>Connection</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Cont&amp;rol strategy</source>
        <translation>Cont&amp;rol strategy</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/keeping.py</extracomment>
        <source>Continue</source>
        <translation>Continue</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>Contradict each other; neither overrules the other ({count})</source>
        <translation>Contradict each other; neither overrules the other ({count})</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>Control</source>
        <translation>Control</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/control.py</extracomment>
        <source>Control strategy</source>
        <translation>Control strategy</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/control.py</extracomment>
        <source>Control strategy of the chosen attribute</source>
        <translation>Control strategy of the chosen attribute</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/slots.py</extracomment>
        <source>Control: {names}</source>
        <translation>Control: {names}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>Controls</source>
        <translation>Controls</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/copying.py</extracomment>
        <source>Copied</source>
        <translation>Copied</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copying.py</extracomment>
        <source>Copied as revision {number}</source>
        <translation>Copied as revision {number}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_view.py</extracomment>
        <source>Copied {count} rows</source>
        <translation>Copied {count} rows</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_view.py</extracomment>
        <source>Copied {count} rows. There are more: export has all of them.</source>
        <translation>Copied {count} rows. There are more: export has all of them.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>Copied {count}.</source>
        <translation>Copied {count}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Copy address</source>
        <translation>Copy address</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>Copy as a table</source>
        <translation>Copy as a table</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Copy as table</source>
        <translation>Copy as table</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/about.py</extracomment>
        <source>Copy as text</source>
        <translation>Copy as text</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/entity_commands.py</extracomment>
        <source>Copy as “{label}”</source>
        <translation>Copy as “{label}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>Copy from a server</source>
        <translation>Copy from a server</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/duplicate.py</extracomment>
        <source>Copy it…</source>
        <translation>Copy it…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Copy name</source>
        <translation>Copy name</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/questions.py</extracomment>
        <source>Copy of the question “{name}”</source>
        <translation>Copy of the question “{name}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copying.py</extracomment>
        <source>Copy something else</source>
        <translation>Copy something else</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/site_rows.py</extracomment>
        <source>Copy the list as table</source>
        <translation>Copy the list as table</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/crash.py</extracomment>
        <source>Copy the report</source>
        <translation>Copy the report</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_view.py</extracomment>
        <source>Copy the rows for a spreadsheet or a text</source>
        <translation>Copy the rows for a spreadsheet or a text</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>Copy the sentence</source>
        <translation>Copy the sentence</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_paste.py</extracomment>
        <source>Copy the table with its headings in your spreadsheet and paste it here.</source>
        <translation>Copy the table with its headings in your spreadsheet and paste it here.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity_menu.py</extracomment>
        <source>Copy value</source>
        <translation>Copy value</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Copy {count} addresses</source>
        <translation>Copy {count} addresses</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Copy {count} names</source>
        <translation>Copy {count} names</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/duplicate.py</extracomment>
        <source>Copy “{name}”</source>
        <translation>Copy “{name}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Copy, paste a table</source>
        <translation>Copy, paste a table</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copying.py</extracomment>
        <source>Copy…</source>
        <translation>Copy…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/graph_links.py</extracomment>
        <source>Count</source>
        <translation>Count</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_said.py</extracomment>
        <source>Counting its links takes too long in this project.</source>
        <translation>Counting its links takes too long in this project.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix.py</extracomment>
        <source>Counting what was assessed…</source>
        <translation>Counting what was assessed…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/matrix_view.py</extracomment>
        <source>Coverage matrix</source>
        <translation>Coverage matrix</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix.py</extracomment>
        <source>Coverage matrix as a table</source>
        <translation>Coverage matrix as a table</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix.py</extracomment>
        <source>Coverage of {name}</source>
        <translation>Coverage of {name}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix.py</extracomment>
        <source>Coverage: {name}</source>
        <translation>Coverage: {name}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/new_project.py</extracomment>
        <source>Create project</source>
        <translation>Create project</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bookmarks.py</extracomment>
        <source>Ctrl+D, or the star on a page, keeps a page here. Bookmarks are yours alone and not part of the project.</source>
        <translation>Ctrl+D, or the star on a page, keeps a page here. Bookmarks are yours alone and not part of the project.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_text.py</extracomment>
        <source>Ctrl+Enter runs it. Tab indents; press Esc and then Tab to leave the text. F6 goes to the next area.</source>
        <translation>Ctrl+Enter runs it. Tab indents; press Esc and then Tab to leave the text. F6 goes to the next area.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/triage_form.py</extracomment>
        <source>D&amp;ay</source>
        <translation>D&amp;ay</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/action_form.py</extracomment>
        <source>D&amp;ue</source>
        <translation>D&amp;ue</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/preferences.py</extracomment>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/timeline.py</extracomment>
        <source>Dates count against {day}. {count} days; without a day: {undated}.</source>
        <translation>Dates count against {day}. {count} days; without a day: {undated}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/timeline.py</extracomment>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/timeline.py</extracomment>
        <source>Days of the transfer</source>
        <translation>Days of the transfer</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>Decide all later</source>
        <translation>Decide all later</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspector_item.py</extracomment>
        <source>Decided by what nobody has recorded</source>
        <translation>Decided by what nobody has recorded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/bundle_rows.py</extracomment>
        <source>Decide…</source>
        <translation>Decide…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/guide.py</extracomment>
        <source>Decisions</source>
        <translation>Decisions</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_commands.py</extracomment>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bookmarks.py</extracomment>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Delete for good…</source>
        <translation>Delete for good…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_saved.py</extracomment>
        <source>Delete the saved view “{name}”?</source>
        <translation>Delete the saved view “{name}”?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/retire.py</extracomment>
        <source>Delete “{name}”</source>
        <translation>Delete “{name}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_saved.py</extracomment>
        <source>Delete…</source>
        <translation>Delete…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/departure.py</extracomment>
        <source>Departure</source>
        <translation>Departure</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/guide.py</extracomment>
        <source>Departures, control strategy, inspections</source>
        <translation>Departures, control strategy, inspections</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/key_rows.py</extracomment>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>Detected</source>
        <translation>Detected</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspector_item.py</extracomment>
        <source>Detected by</source>
        <translation>Detected by</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>Detection, 1 to 10</source>
        <translation>Detection, 1 to 10</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/item_words.py</extracomment>
        <source>Determined: every link of the best path has a recorded strength, so nothing unknown could change this grade.</source>
        <translation>Determined: every link of the best path has a recorded strength, so nothing unknown could change this grade.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/triage_form.py</extracomment>
        <source>Deviation</source>
        <translation>Deviation</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>Deviations</source>
        <translation>Deviations</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>Deviations: {count}</source>
        <translation>Deviations: {count}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/search.py</extracomment>
        <source>Did you mean</source>
        <translation>Did you mean</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/compare_rows.py</extracomment>
        <source>Difference</source>
        <translation>Difference</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/batches.py</extracomment>
        <source>Difference {difference}, {percent} % interval {low} to {high}, margin ± {margin}.</source>
        <translation>Difference {difference}, {percent} % interval {low} to {high}, margin ± {margin}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/batches.py</extracomment>
        <source>Differences</source>
        <translation>Differences</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_returned.py</extracomment>
        <source>Differences ({count})</source>
        <translation>Differences ({count})</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_parts.py</extracomment>
        <source>Differences between the sites</source>
        <translation>Differences between the sites</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_parts.py</extracomment>
        <source>Differences whose reach is known</source>
        <translation>Differences whose reach is known</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copying.py</extracomment>
        <source>Differs from this project, both values will stand side by side ({count}):</source>
        <translation>Differs from this project, both values will stand side by side ({count}):</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_fields.py</extracomment>
        <source>Direction of step {number}</source>
        <translation>Direction of step {number}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/keeping.py</extracomment>
        <source>Discard</source>
        <translation>Discard</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form.py</extracomment>
        <source>Discard it</source>
        <translation>Discard it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/gap_rows.py</extracomment>
        <source>Disposition</source>
        <translation>Disposition</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Do</source>
        <translation>Do</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/follow_rows.py</extracomment>
        <source>Documents and batch record steps</source>
        <translation>Documents and batch record steps</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bookmarks.py</extracomment>
        <source>Down</source>
        <translation>Down</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_view.py</extracomment>
        <source>Draw the numbers of the answer</source>
        <translation>Draw the numbers of the answer</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Drawing</source>
        <translation>Drawing</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph.py</extracomment>
        <source>Drawing the graph…</source>
        <translation>Drawing the graph…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map.py</extracomment>
        <source>Drawing the process map…</source>
        <translation>Drawing the process map…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/gap_rows.py</extracomment>
        <source>Due</source>
        <translation>Due</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/duplicate.py</extracomment>
        <source>Duplicate</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Duplicate…</source>
        <translation>Duplicate…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_editor.py</extracomment>
        <source>Duration</source>
        <translation>Duration</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>E&amp;xport…</source>
        <translation>E&amp;xport…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Edit</source>
        <translation>Edit</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/questions.py</extracomment>
        <source>Edit a copy</source>
        <translation>Edit a copy</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity_head.py</extracomment>
        <source>Edit in a form (F2)</source>
        <translation>Edit in a form (F2)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Edit its parameters in a grid</source>
        <translation>Edit its parameters in a grid</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Edit many things in a &amp;grid…</source>
        <translation>Edit many things in a &amp;grid…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Edit the cell</source>
        <translation>Edit the cell</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Edit what is linked with it in a grid</source>
        <translation>Edit what is linked with it in a grid</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Edit {count} things in a grid</source>
        <translation>Edit {count} things in a grid</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_frame.py</extracomment>
        <source>Edit {name}</source>
        <translation>Edit {name}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity_menu.py</extracomment>
        <source>Edit “{name}”…</source>
        <translation>Edit “{name}”…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Edit…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>Effect</source>
        <translation>Effect</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_editor.py</extracomment>
        <source>Effective from</source>
        <translation>Effective from</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix.py</extracomment>
        <source>Effects of parameters on each other are not part of the percentage of an impact.</source>
        <translation>Effects of parameters on each other are not part of the percentage of an impact.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/make_bundle.py</extracomment>
        <source>Encrypt: only the recipient can open it</source>
        <translation>Encrypt: only the recipient can open it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/spell.py</extracomment>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_bar.py</extracomment>
        <source>End the meeting</source>
        <translation>End the meeting</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_bar.py</extracomment>
        <source>End the run</source>
        <translation>End the run</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/spell.py</extracomment>
        <source>End: ask for a reason at each save again</source>
        <translation>End: ask for a reason at each save again</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>Enter adds the marked one. Showing {shown} of more than {count}: type more words.</source>
        <translation>Enter adds the marked one. Showing {shown} of more than {count}: type more words.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>Enter adds the marked one. Showing {shown} of {count}.</source>
        <translation>Enter adds the marked one. Showing {shown} of {count}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_figures.py</extracomment>
        <source>Enter opens the page of a figure.</source>
        <translation>Enter opens the page of a figure.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/graph_scene.py</extracomment>
        <source>Enter shows the next</source>
        <translation>Enter shows the next</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/triage_form.py</extracomment>
        <source>Enter the value that was found, with its unit.</source>
        <translation>Enter the value that was found, with its unit.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>Environment grade</source>
        <translation>Environment grade</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>Equipment</source>
        <translation>Equipment</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Equipment runs, or results are calculated, with another version.</source>
        <translation>Equipment runs, or results are calculated, with another version.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_strip.py</extracomment>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix.py</extracomment>
        <source>Every cell here is assessed.</source>
        <translation>Every cell here is assessed.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>Every edit, import and undo is listed here, with its reason.</source>
        <translation>Every edit, import and undo is listed here, with its reason.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/impact.py</extracomment>
        <source>Every effect of what moves on a quality attribute was assessed.</source>
        <translation>Every effect of what moves on a quality attribute was assessed.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/item_words.py</extracomment>
        <source>Every effect of what moves was assessed.</source>
        <translation>Every effect of what moves was assessed.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/spell.py</extracomment>
        <source>Every save carries the reason “{reason}”. Click to change it.</source>
        <translation>Every save carries the reason “{reason}”. Click to change it.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_bar.py</extracomment>
        <source>Every save carries: {reason}</source>
        <translation>Every save carries: {reason}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Everything</source>
        <translation>Everything</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/keys.py</extracomment>
        <source>Everything a mouse can do, keys can do</source>
        <translation>Everything a mouse can do, keys can do</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Everything about each parameter</source>
        <translation>Everything about each parameter</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/explorer.py</extracomment>
        <source>Everything by the class it belongs to</source>
        <translation>Everything by the class it belongs to</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/new_project.py</extracomment>
        <source>Everything in the project gets an address that begins so. Choose one that your organization controls.</source>
        <translation>Everything in the project gets an address that begins so. Choose one that your organization controls.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picture.py</extracomment>
        <source>Everything on one page</source>
        <translation>Everything on one page</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_head.py</extracomment>
        <source>Everything that is open</source>
        <translation>Everything that is open</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/graph_work.py</extracomment>
        <source>Everything there is in the graph already.</source>
        <translation>Everything there is in the graph already.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/crash.py</extracomment>
        <source>Everything you saved is in the project. What you were typing is kept and is offered when you open the project again.</source>
        <translation>Everything you saved is in the project. What you were typing is kept and is offered when you open the project again.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Everywhere</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/follow_rows.py</extracomment>
        <source>Evidence</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_groups.py</extracomment>
        <source>Evidence and sources</source>
        <translation>Evidence and sources</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/workbook_import.py</extracomment>
        <source>Evidence of a matrix</source>
        <translation>Evidence of a matrix</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/matrix.py</extracomment>
        <source>Evidence: {level}</source>
        <translation>Evidence: {level}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/answer_export.py</extracomment>
        <source>Excel workbook</source>
        <translation>Excel workbook</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/reports.py</extracomment>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/exchange_place.py</extracomment>
        <source>Exchange</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Exchange wit&amp;h other companies</source>
        <translation>Exchange wit&amp;h other companies</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/guide.py</extracomment>
        <source>Exchange with other companies</source>
        <translation>Exchange with other companies</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/merge.py</extracomment>
        <source>Exchange: let the other one stay</source>
        <translation>Exchange: let the other one stay</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Excursion in a batch</source>
        <translation>Excursion in a batch</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Expand</source>
        <translation>Expand</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph.py</extracomment>
        <source>Expand {name}</source>
        <translation>Expand {name}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/explorer.py</extracomment>
        <source>Explorer</source>
        <translation>Explorer</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_view.py</extracomment>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>Export as CSV…</source>
        <translation>Export as CSV…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Export pic&amp;ture…</source>
        <translation>Export pic&amp;ture…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picture.py</extracomment>
        <source>Export picture</source>
        <translation>Export picture</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/exchange.py</extracomment>
        <source>Export statements</source>
        <translation>Export statements</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>Export the findings</source>
        <translation>Export the findings</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_figures.py</extracomment>
        <source>F2 or a double click edits a figure, Enter opens its page.</source>
        <translation>F2 or a double click edits a figure, Enter opens its page.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/workbook_import.py</extracomment>
        <source>FMEA</source>
        <translation>FMEA</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_table.py</extracomment>
        <source>Factor</source>
        <translation>Factor</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>Factors without an element in force: {count}</source>
        <translation>Factors without an element in force: {count}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/facts.py</extracomment>
        <source>Facts</source>
        <translation>Facts</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_paste.py</extracomment>
        <source>Figures are not read</source>
        <translation>Figures are not read</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/workbook_import.py</extracomment>
        <source>Figures of a matrix</source>
        <translation>Figures of a matrix</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/target.py</extracomment>
        <source>File exists</source>
        <translation>File exists</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_table.py</extracomment>
        <source>Filed range</source>
        <translation>Filed range</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/exchange.py</extracomment>
        <source>Files with statements</source>
        <translation>Files with statements</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Fill down</source>
        <translation>Fill down</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/choose_class.py</extracomment>
        <source>Fill in its form</source>
        <translation>Fill in its form</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/questions.py</extracomment>
        <source>Fill the blanks and press “Ask”.</source>
        <translation>Fill the blanks and press “Ask”.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>Filled in from the report. Severity, occurrence and detection are set by a person: 1 to 10.</source>
        <translation>Filled in from the report. Severity, occurrence and detection are set by a person: 1 to 10.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/explorer.py</extracomment>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_meeting.py</extracomment>
        <source>Filter and files</source>
        <translation>Filter and files</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/graph_work.py</extracomment>
        <source>Filter by kind</source>
        <translation>Filter by kind</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/graph_work.py</extracomment>
        <source>Filter by link</source>
        <translation>Filter by link</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>Filter by person</source>
        <translation>Filter by person</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>Filter by reason, step or number</source>
        <translation>Filter by reason, step or number</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/action_list.py</extracomment>
        <source>Filter by words</source>
        <translation>Filter by words</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/action_list.py</extracomment>
        <source>Filter by words, such as an owner</source>
        <translation>Filter by words, such as an owner</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/grid.py</extracomment>
        <source>Filter rows</source>
        <translation>Filter rows</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules.py</extracomment>
        <source>Filter rules</source>
        <translation>Filter rules</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/explorer.py</extracomment>
        <source>Filter the explorer</source>
        <translation>Filter the explorer</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>Filter the findings</source>
        <translation>Filter the findings</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/departure.py</extracomment>
        <source>Filter the list</source>
        <translation>Filter the list</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/work_filters.py</extracomment>
        <source>Filters</source>
        <translation>Filters</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Fin&amp;dings</source>
        <translation>Fin&amp;dings</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/choose_class.py</extracomment>
        <source>Find a kind of thing</source>
        <translation>Find a kind of thing</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/questions.py</extracomment>
        <source>Find a question by its words</source>
        <translation>Find a question by its words</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_bar.py</extracomment>
        <source>Find in the graph</source>
        <translation>Find in the graph</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/tour.py</extracomment>
        <source>Find the transduction step</source>
        <translation>Find the transduction step</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_ways.py</extracomment>
        <source>Find ways</source>
        <translation>Find ways</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Find ways between the two</source>
        <translation>Find ways between the two</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_commands.py</extracomment>
        <source>Find ways to…</source>
        <translation>Find ways to…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>Findings</source>
        <translation>Findings</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Findings of it</source>
        <translation>Findings of it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/findings.py</extracomment>
        <source>Findings of the open project stand here.</source>
        <translation>Findings of the open project stand here.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Findings of {count} things</source>
        <translation>Findings of {count} things</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/finding_counts.py</extracomment>
        <source>Findings: {words}</source>
        <translation>Findings: {words}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_confirm.py</extracomment>
        <source>Fingerprint</source>
        <translation>Fingerprint</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/key_rows.py</extracomment>
        <source>Fingerprint: {words}</source>
        <translation>Fingerprint: {words}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_bar.py</extracomment>
        <source>Fit</source>
        <translation>Fit</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/sheets.py</extracomment>
        <source>Fit it on one page, or fold steps and sites that are not needed.</source>
        <translation>Fit it on one page, or fold steps and sites that are not needed.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/start.py</extracomment>
        <source>Five steps through the demo</source>
        <translation>Five steps through the demo</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Fold</source>
        <translation>Fold</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Fold a step or a site</source>
        <translation>Fold a step or a site</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Fold and unfold</source>
        <translation>Fold and unfold</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Fold steps and sites, or open them again</source>
        <translation>Fold steps and sites, or open them again</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/map_view.py</extracomment>
        <source>Fold {name}</source>
        <translation>Fold {name}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/layout.py</extracomment>
        <source>Folded: {steps} steps, {differences} differences.</source>
        <translation>Folded: {steps} steps, {differences} differences.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/new_project.py</extracomment>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/preferences.py</extracomment>
        <source>Folder of projects</source>
        <translation>Folder of projects</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/new_project.py</extracomment>
        <source>Folder of the project</source>
        <translation>Folder of the project</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/answer_rows.py</extracomment>
        <source>Follows</source>
        <translation>Follows</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/action_list.py</extracomment>
        <source>For</source>
        <translation>For</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_meeting.py</extracomment>
        <source>For a partner without this program</source>
        <translation>For a partner without this program</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_meeting.py</extracomment>
        <source>For a projector</source>
        <translation>For a projector</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_said.py</extracomment>
        <source>For example: {sentence}</source>
        <translation>For example: {sentence}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>Forget this connection</source>
        <translation>Forget this connection</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picture.py</extracomment>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Forms</source>
        <translation>Forms</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/workbook_import.py</extracomment>
        <source>Found from the heads</source>
        <translation>Found from the heads</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/finding_detail.py</extracomment>
        <source>Found: {value}</source>
        <translation>Found: {value}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_bar.py</extracomment>
        <source>Freely, linked things near each other</source>
        <translation>Freely, linked things near each other</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_editor.py</extracomment>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_editor.py</extracomment>
        <source>From and to</source>
        <translation>From and to</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_form.py</extracomment>
        <source>From class</source>
        <translation>From class</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_bar.py</extracomment>
        <source>From now on each cell is saved without a question</source>
        <translation>From now on each cell is saved without a question</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/spell.py</extracomment>
        <source>From now on, ask for the reason at each save</source>
        <translation>From now on, ask for the reason at each save</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>From revision {start} to {end}</source>
        <translation>From revision {start} to {end}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/rules_rows.py</extracomment>
        <source>From → to</source>
        <translation>From → to</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>Function</source>
        <translation>Function</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/verdict_box.py</extracomment>
        <source>Function that judges</source>
        <translation>Function that judges</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/site_rows.py</extracomment>
        <source>G</source>
        <translation>G</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>Gap</source>
        <translation>Gap</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Gap meeting</source>
        <translation>Gap meeting</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_meeting.py</extracomment>
        <source>Gap meeting {day}</source>
        <translation>Gap meeting {day}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_meeting.py</extracomment>
        <source>Gap meeting: {sites}</source>
        <translation>Gap meeting: {sites}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_meeting.py</extracomment>
        <source>Gap “{name}”</source>
        <translation>Gap “{name}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/timeline_picture.py</extracomment>
        <source>Gaps</source>
        <translation>Gaps</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_meeting.py</extracomment>
        <source>Gaps: {sites}</source>
        <translation>Gaps: {sites}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/timeline.py</extracomment>
        <source>Gate and what it requires</source>
        <translation>Gate and what it requires</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/timeline_picture.py</extracomment>
        <source>Gates</source>
        <translation>Gates</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/timeline.py</extracomment>
        <source>Gates, runs, and the days by which gaps, actions and items are due would stand here.</source>
        <translation>Gates, runs, and the days by which gaps, actions and items are due would stand here.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/profile_form.py</extracomment>
        <source>Give it a name.</source>
        <translation>Give it a name.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/new_project.py</extracomment>
        <source>Give it a name. All of it is one file, which you can copy and move.</source>
        <translation>Give it a name. All of it is one file, which you can copy and move.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/verdict_box.py</extracomment>
        <source>Give the reason first: it stands beside the verdict.</source>
        <translation>Give the reason first: it stands beside the verdict.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/server_strip.py</extracomment>
        <source>Give up what the server is asked now</source>
        <translation>Give up what the server is asked now</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/crash.py</extracomment>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_leaving.py</extracomment>
        <source>Go on editing</source>
        <translation>Go on editing</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/graph_work.py</extracomment>
        <source>Go on from here</source>
        <translation>Go on from here</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>Go to the field</source>
        <translation>Go to the field</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/finding_detail.py</extracomment>
        <source>Go to “{field}”</source>
        <translation>Go to “{field}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_cell.py</extracomment>
        <source>Goes both ways</source>
        <translation>Goes both ways</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/graph_view.py</extracomment>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_answer.py</extracomment>
        <source>Graph of an answer</source>
        <translation>Graph of an answer</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publish_form.py</extracomment>
        <source>Graph that takes it</source>
        <translation>Graph that takes it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph.py</extracomment>
        <source>Graph: {name}</source>
        <translation>Graph: {name}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Grid</source>
        <translation>Grid</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/grid.py</extracomment>
        <source>Grid: {name}</source>
        <translation>Grid: {name}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_form.py</extracomment>
        <source>Group</source>
        <translation>Group</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/work_filters.py</extracomment>
        <source>Group by</source>
        <translation>Group by</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/graph_work.py</extracomment>
        <source>Group by kind</source>
        <translation>Group by kind</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>Group the findings</source>
        <translation>Group the findings</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_side.py</extracomment>
        <source>Group this kind</source>
        <translation>Group this kind</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/matrix.py</extracomment>
        <source>H</source>
        <translation>H</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_bar.py</extracomment>
        <source>H high</source>
        <translation>H high</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_form.py</extracomment>
        <source>Hands on</source>
        <translation>Hands on</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>Held by</source>
        <translation>Held by</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>Held by nobody</source>
        <translation>Held by nobody</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>Held by one</source>
        <translation>Held by one</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_tabs.py</extracomment>
        <source>Held {count}</source>
        <translation>Held {count}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/follow_rows.py</extracomment>
        <source>Held, to be confirmed by a person  {count}</source>
        <translation>Held, to be confirmed by a person  {count}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_form.py</extracomment>
        <source>Helps against</source>
        <translation>Helps against</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix.py</extracomment>
        <source>Here stand the parameters of each step against the quality attributes. Record both first.</source>
        <translation>Here stand the parameters of each step against the quality attributes. Record both first.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/knowledge_risk.py</extracomment>
        <source>Here stands what only few people know, and what would go with them. Record it with who holds it.</source>
        <translation>Here stands what only few people know, and what would go with them. Record it with who holds it.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/graph_work.py</extracomment>
        <source>Hide</source>
        <translation>Hide</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/questions.py</extracomment>
        <source>Hide the SPARQL</source>
        <translation>Hide the SPARQL</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_head.py</extracomment>
        <source>Hide {what}</source>
        <translation>Hide {what}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_cell.py</extracomment>
        <source>High</source>
        <translation>High</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/preferences.py</extracomment>
        <source>High contrast</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_strip.py</extracomment>
        <source>Hint</source>
        <translation>Hint</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>History</source>
        <translation>History</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity_menu.py</extracomment>
        <source>History of everything</source>
        <translation>History of everything</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity.py</extracomment>
        <source>History of “{name}”</source>
        <translation>History of “{name}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>History: {name}</source>
        <translation>History: {name}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_bar.py</extracomment>
        <source>History…</source>
        <translation>History…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>Hold time</source>
        <translation>Hold time</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>Hold times together</source>
        <translation>Hold times together</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>Holds</source>
        <translation>Holds</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_form.py</extracomment>
        <source>Holds only with</source>
        <translation>Holds only with</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>Hops</source>
        <translation>Hops</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/questions.py</extracomment>
        <source>How does … stand to the other site?</source>
        <translation>How does … stand to the other site?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_page.py</extracomment>
        <source>How far it reaches</source>
        <translation>How far it reaches</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>How far the check is</source>
        <translation>How far the check is</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publish_form.py</extracomment>
        <source>How it is written</source>
        <translation>How it is written</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>How it stands</source>
        <translation>How it stands</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/departure.py</extracomment>
        <source>How the list is grouped</source>
        <translation>How the list is grouped</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>How the source was read</source>
        <translation>How the source was read</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_confirm.py</extracomment>
        <source>How you compared it</source>
        <translation>How you compared it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/copying.py</extracomment>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>Identity and custody</source>
        <translation>Identity and custody</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>Identity checkpoints</source>
        <translation>Identity checkpoints</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>If ignored</source>
        <translation>If ignored</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>If this goes…</source>
        <translation>If this goes…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/departure.py</extracomment>
        <source>If this is lost</source>
        <translation>If this is lost</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/knowledge_risk.py</extracomment>
        <source>If this person goes…</source>
        <translation>If this person goes…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/departure.py</extracomment>
        <source>If {name} goes</source>
        <translation>If {name} goes</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_form.py</extracomment>
        <source>Impact of a change</source>
        <translation>Impact of a change</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Impact of a change…</source>
        <translation>Impact of a change…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Impact of this difference</source>
        <translation>Impact of this difference</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity_head.py</extracomment>
        <source>Impact of…</source>
        <translation>Impact of…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/impacts.py</extracomment>
        <source>Impact: {name}</source>
        <translation>Impact: {name}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/impact.py</extracomment>
        <source>Impact: {what}</source>
        <translation>Impact: {what}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/verdict_words.py</extracomment>
        <source>Impacted</source>
        <translation>Impacted</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/exchange.py</extracomment>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/exchange.py</extracomment>
        <source>Import {files}</source>
        <translation>Import {files}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/exchange.py</extracomment>
        <source>Importing {files}: {count} statements read…</source>
        <translation>Importing {files}: {count} statements read…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>In force</source>
        <translation>In force</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_bar.py</extracomment>
        <source>In layers along the links</source>
        <translation>In layers along the links</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/matrix.py</extracomment>
        <source>In no step</source>
        <translation>In no step</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/assessments.py</extracomment>
        <source>In review  {count}</source>
        <translation>In review  {count}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/preferences.py</extracomment>
        <source>In the history you are “{name}” ({how}).</source>
        <translation>In the history you are “{name}” ({how}).</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/bundle_rows.py</extracomment>
        <source>In words</source>
        <translation>In words</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>In-process controls</source>
        <translation>In-process controls</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/evidence_form.py</extracomment>
        <source>Influences</source>
        <translation>Influences</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/keeping.py</extracomment>
        <source>Input that was not saved could not be read again; the damaged file was set aside.</source>
        <translation>Input that was not saved could not be read again; the damaged file was set aside.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Inspectio&amp;n mode…</source>
        <translation>Inspectio&amp;n mode…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspect_form.py</extracomment>
        <source>Inspection mode</source>
        <translation>Inspection mode</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspector.py</extracomment>
        <source>Inspector</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publish_form.py</extracomment>
        <source>Into the &amp;graph</source>
        <translation>Into the &amp;graph</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>Is</source>
        <translation>Is</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_confirm.py</extracomment>
        <source>Is this the key of {holder}?</source>
        <translation>Is this the key of {holder}?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>It answers. It holds {count} statements.</source>
        <translation>It answers. It holds {count} statements.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>It answers. It holds {count} statements. Nothing is changed there.</source>
        <translation>It answers. It holds {count} statements. Nothing is changed there.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/new_project.py</extracomment>
        <source>It becomes {path}</source>
        <translation>It becomes {path}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>It cannot be closed yet</source>
        <translation>It cannot be closed yet</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/retire.py</extracomment>
        <source>It cannot be deleted while something refers to it.</source>
        <translation>It cannot be deleted while something refers to it.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/crash.py</extracomment>
        <source>It could not be written to a file: copy it.</source>
        <translation>It could not be written to a file: copy it.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/item_words.py</extracomment>
        <source>It falls only if these {count} fall together.</source>
        <translation>It falls only if these {count} fall together.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/point_form.py</extracomment>
        <source>It goes along with the next bundle to this partner, as far as the thing does. Both sides see it until both say agreed, refused or done.</source>
        <translation>It goes along with the next bundle to this partner, as far as the thing does. Both sides see it until both say agreed, refused or done.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>It has no named graph</source>
        <translation>It has no named graph</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/crash.py</extracomment>
        <source>It is in {path}</source>
        <translation>It is in {path}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/retire.py</extracomment>
        <source>It is retired already.</source>
        <translation>It is retired already.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/new_inline.py</extracomment>
        <source>It is saved at once, as a step of its own; open its page to say more.</source>
        <translation>It is saved at once, as a step of its own; open its page to say more.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/grid.py</extracomment>
        <source>It is still being read.</source>
        <translation>It is still being read.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>It is written at {address}.</source>
        <translation>It is written at {address}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_said.py</extracomment>
        <source>It leads nowhere</source>
        <translation>It leads nowhere</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_said.py</extracomment>
        <source>It matches nothing in this project: it leads nowhere.</source>
        <translation>It matches nothing in this project: it leads nowhere.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_said.py</extracomment>
        <source>It matches {links} in this project.</source>
        <translation>It matches {links} in this project.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>It may lie on this computer or in a &amp;private network</source>
        <translation>It may lie on this computer or in a &amp;private network</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_paste.py</extracomment>
        <source>It says</source>
        <translation>It says</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_figures.py</extracomment>
        <source>It says exactly that.</source>
        <translation>It says exactly that.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>It says nothing that is not so here already; comments in it come to the points when it is received.</source>
        <translation>It says nothing that is not so here already; comments in it come to the points when it is received.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/about.py</extracomment>
        <source>It says what a change touches, why, and how sure that is. It supports decisions; it takes none.</source>
        <translation>It says what a change touches, why, and how sure that is. It supports decisions; it takes none.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_side.py</extracomment>
        <source>It stops here: it is not expanded.</source>
        <translation>It stops here: it is not expanded.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>It takes writes from you.</source>
        <translation>It takes writes from you.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/gap_rows.py</extracomment>
        <source>It was due on {day}.</source>
        <translation>It was due on {day}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/preferences.py</extracomment>
        <source>It was not kept: {why}</source>
        <translation>It was not kept: {why}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>It was not opened</source>
        <translation>It was not opened</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_returned.py</extracomment>
        <source>It was not read</source>
        <translation>It was not read</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/update_preview.py</extracomment>
        <source>It was run on a copy of revision {revision}; no statement came or went.</source>
        <translation>It was run on a copy of revision {revision}; no statement came or went.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>Item</source>
        <translation>Item</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/package.py</extracomment>
        <source>Items</source>
        <translation>Items</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/package.py</extracomment>
        <source>Items ({count})</source>
        <translation>Items ({count})</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/impact.py</extracomment>
        <source>Items of the impact</source>
        <translation>Items of the impact</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/package.py</extracomment>
        <source>Items of the transfer package</source>
        <translation>Items of the transfer package</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/package.py</extracomment>
        <source>Items that the receiving site needs would stand here: procedures, methods, records, agreements.</source>
        <translation>Items that the receiving site needs would stand here: procedures, methods, records, agreements.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Its gap, or a new one</source>
        <translation>Its gap, or a new one</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/workbook_import.py</extracomment>
        <source>Its judgements are guesses</source>
        <translation>Its judgements are guesses</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_groups.py</extracomment>
        <source>Its ranges and settings</source>
        <translation>Its ranges and settings</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_saving.py</extracomment>
        <source>Its sentence can name these blanks: {names}.</source>
        <translation>Its sentence can name these blanks: {names}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/triage_form.py</extracomment>
        <source>Its site is not recorded.</source>
        <translation>Its site is not recorded.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspector_item.py</extracomment>
        <source>Its strength is not recorded.</source>
        <translation>Its strength is not recorded.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_paste.py</extracomment>
        <source>Judge</source>
        <translation>Judge</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/verdict_box.py</extracomment>
        <source>Judge anew</source>
        <translation>Judge anew</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_run.py</extracomment>
        <source>Judge cells</source>
        <translation>Judge cells</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_run.py</extracomment>
        <source>Judge cells one after the other</source>
        <translation>Judge cells one after the other</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_bar.py</extracomment>
        <source>Judge cells…</source>
        <translation>Judge cells…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Judge from a table of a spreadsheet</source>
        <translation>Judge from a table of a spreadsheet</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/judging.py</extracomment>
        <source>Judge {count} cells</source>
        <translation>Judge {count} cells</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_bar.py</extracomment>
        <source>Judged in this run</source>
        <translation>Judged in this run</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_run.py</extracomment>
        <source>Judgement of {who}, {day}</source>
        <translation>Judgement of {who}, {day}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_paste.py</extracomment>
        <source>Judgements from a table</source>
        <translation>Judgements from a table</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity_head.py</extracomment>
        <source>Keep a file with it</source>
        <translation>Keep a file with it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/profile_form.py</extracomment>
        <source>Keep a profile</source>
        <translation>Keep a profile</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>Keep as assessment</source>
        <translation>Keep as assessment</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_head.py</extracomment>
        <source>Keep as assessment…</source>
        <translation>Keep as assessment…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_leaving.py</extracomment>
        <source>Keep as draft</source>
        <translation>Keep as draft</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/batches.py</extracomment>
        <source>Keep as evidence…</source>
        <translation>Keep as evidence…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/discard.py</extracomment>
        <source>Keep editing</source>
        <translation>Keep editing</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/point_form.py</extracomment>
        <source>Keep it</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>Keep it &amp;as</source>
        <translation>Keep it &amp;as</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>Keep it as</source>
        <translation>Keep it as</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/evidence_form.py</extracomment>
        <source>Keep it…</source>
        <translation>Keep it…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_row.py</extracomment>
        <source>Keep mine</source>
        <translation>Keep mine</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/evidence_form.py</extracomment>
        <source>Keep the comparison as evidence</source>
        <translation>Keep the comparison as evidence</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/batches.py</extracomment>
        <source>Keep the comparison of {attribute} as evidence</source>
        <translation>Keep the comparison of {attribute} as evidence</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/workbook_import.py</extracomment>
        <source>Keep this meaning</source>
        <translation>Keep this meaning</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/workbook_import.py</extracomment>
        <source>Keep this meaning as…</source>
        <translation>Keep this meaning as…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/workbook_import.py</extracomment>
        <source>Kept as {name}.</source>
        <translation>Kept as {name}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_history.py</extracomment>
        <source>Kept for you on this computer, not in the project. Opening a text runs nothing.</source>
        <translation>Kept for you on this computer, not in the project. Opening a text runs nothing.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/workbook_import.py</extracomment>
        <source>Kept meaning</source>
        <translation>Kept meaning</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_ring.py</extracomment>
        <source>Key card of kgapp</source>
        <translation>Key card of kgapp</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/exchange_place.py</extracomment>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_ring.py</extracomment>
        <source>Keys of bundles</source>
        <translation>Keys of bundles</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/exchange_place.py</extracomment>
        <source>Keys…</source>
        <translation>Keys…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/copying.py</extracomment>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_editor.py</extracomment>
        <source>Kind of change</source>
        <translation>Kind of change</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_run.py</extracomment>
        <source>Kind of evidence</source>
        <translation>Kind of evidence</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_side.py</extracomment>
        <source>Kinds</source>
        <translation>Kinds</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_side.py</extracomment>
        <source>Kinds in the graph</source>
        <translation>Kinds in the graph</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/choose_class.py</extracomment>
        <source>Kinds of things</source>
        <translation>Kinds of things</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>Know-how</source>
        <translation>Know-how</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>Know-how ({count})</source>
        <translation>Know-how ({count})</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/knowledge_risk.py</extracomment>
        <source>Know-how at risk</source>
        <translation>Know-how at risk</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Know-how that concerns it</source>
        <translation>Know-how that concerns it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/departure.py</extracomment>
        <source>Know-how, qualifications, trainings, materials and open tasks would be listed here. {note}</source>
        <translation>Know-how, qualifications, trainings, materials and open tasks would be listed here. {note}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Knowledge</source>
        <translation>Knowledge</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/knowledge_risk.py</extracomment>
        <source>Knowledge at risk</source>
        <translation>Knowledge at risk</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Knows</source>
        <translation>Knows</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/matrix.py</extracomment>
        <source>L</source>
        <translation>L</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_bar.py</extracomment>
        <source>L low</source>
        <translation>L low</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>L&amp;ight colours</source>
        <translation>L&amp;ight colours</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/new_inline.py</extracomment>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/duplicate.py</extracomment>
        <source>Label of the copy</source>
        <translation>Label of the copy</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/preferences.py</extracomment>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/fields.py</extracomment>
        <source>Language of the text, such as en or pt-br; empty for none</source>
        <translation>Language of the text, such as en or pt-br; empty for none</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_meeting.py</extracomment>
        <source>Large text</source>
        <translation>Large text</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_bar.py</extracomment>
        <source>Larger cells</source>
        <translation>Larger cells</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/bundle_rows.py</extracomment>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Lay the text out anew</source>
        <translation>Lay the text out anew</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_bar.py</extracomment>
        <source>Lay the text out anew (Ctrl+Shift+F)</source>
        <translation>Lay the text out anew (Ctrl+Shift+F)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_form.py</extracomment>
        <source>Leads from one site to another</source>
        <translation>Leads from one site to another</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>Leave a rule out of this assessment</source>
        <translation>Leave a rule out of this assessment</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspector_item.py</extracomment>
        <source>Leave a rule out…</source>
        <translation>Leave a rule out…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/inspecting.py</extracomment>
        <source>Leave inspection mode</source>
        <translation>Leave inspection mode</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>Leave it out</source>
        <translation>Leave it out</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Leave the form</source>
        <translation>Leave the form</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_frame.py</extracomment>
        <source>Leave the form (Esc)</source>
        <translation>Leave the form (Esc)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Leave the text</source>
        <translation>Leave the text</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/tour.py</extracomment>
        <source>Leave the tour</source>
        <translation>Leave the tour</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_form.py</extracomment>
        <source>Leave this change out</source>
        <translation>Leave this change out</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare.py</extracomment>
        <source>Leaves out what is the same, justified or not applicable by design</source>
        <translation>Leaves out what is the same, justified or not applicable by design</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_paste.py</extracomment>
        <source>Left out ({count})</source>
        <translation>Left out ({count})</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/workbooks.py</extracomment>
        <source>Left out: {count} rows about what is internal, personal or not marked for partners.</source>
        <translation>Left out: {count} rows about what is internal, personal or not marked for partners.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/evidence_form.py</extracomment>
        <source>Level of evidence</source>
        <translation>Level of evidence</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/about.py</extracomment>
        <source>Libraries and their licences</source>
        <translation>Libraries and their licences</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/about.py</extracomment>
        <source>Library</source>
        <translation>Library</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/about.py</extracomment>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/preferences.py</extracomment>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>Limit or result</source>
        <translation>Limit or result</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Lines to a comment and back</source>
        <translation>Lines to a comment and back</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/graph_links.py</extracomment>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_side.py</extracomment>
        <source>Link types</source>
        <translation>Link types</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_side.py</extracomment>
        <source>Link types in the graph</source>
        <translation>Link types in the graph</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/rules_rows.py</extracomment>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_bar.py</extracomment>
        <source>Links and legend</source>
        <translation>Links and legend</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_side.py</extracomment>
        <source>Links of the chosen thing</source>
        <translation>Links of the chosen thing</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_lists.py</extracomment>
        <source>Links of the graph as a table</source>
        <translation>Links of the graph as a table</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_side.py</extracomment>
        <source>Links of {name}</source>
        <translation>Links of {name}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/finding_list.py</extracomment>
        <source>List of findings</source>
        <translation>List of findings</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/package.py</extracomment>
        <source>List the chosen item…</source>
        <translation>List the chosen item…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/package.py</extracomment>
        <source>List “{name}”</source>
        <translation>List “{name}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Lists, trees and tables</source>
        <translation>Lists, trees and tables</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspector.py</extracomment>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>Look again</source>
        <translation>Look again</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>Look what would be copied</source>
        <translation>Look what would be copied</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publish_form.py</extracomment>
        <source>Look what would be sent</source>
        <translation>Look what would be sent</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/make_bundle.py</extracomment>
        <source>Look what would go</source>
        <translation>Look what would go</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>Looking at the graph…</source>
        <translation>Looking at the graph…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_view.py</extracomment>
        <source>Looking for the answer…</source>
        <translation>Looking for the answer…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/why.py</extracomment>
        <source>Looking for the reason…</source>
        <translation>Looking for the reason…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_notes.py</extracomment>
        <source>Looking for ways…</source>
        <translation>Looking for ways…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql.py</extracomment>
        <source>Looking for what leaves no rows…</source>
        <translation>Looking for what leaves no rows…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity.py</extracomment>
        <source>Looking it up…</source>
        <translation>Looking it up…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/explorer.py</extracomment>
        <source>Looking through the project…</source>
        <translation>Looking through the project…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/questions.py</extracomment>
        <source>Looking up the questions…</source>
        <translation>Looking up the questions…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/departure.py</extracomment>
        <source>Looking up what would go…</source>
        <translation>Looking up what would go…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/knowledge_risk.py</extracomment>
        <source>Looking up who holds what…</source>
        <translation>Looking up who holds what…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>Looking what would be sent…</source>
        <translation>Looking what would be sent…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_said.py</extracomment>
        <source>Looking where it matches…</source>
        <translation>Looking where it matches…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>Looking…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reasoning.py</extracomment>
        <source>Looks whether the statements contradict the ontology, which classes nothing can belong to, and what else follows. It takes from seconds to minutes; you can go on working. Nothing in the project is changed.</source>
        <translation>Looks whether the statements contradict the ontology, which classes nothing can belong to, and what else follows. It takes from seconds to minutes; you can go on working. Nothing in the project is changed.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>Loses support</source>
        <translation>Loses support</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_cell.py</extracomment>
        <source>Low</source>
        <translation>Low</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/matrix.py</extracomment>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_bar.py</extracomment>
        <source>M medium</source>
        <translation>M medium</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/tour.py</extracomment>
        <source>MOI is a parameter of transduction. Open its page: it lists the settings and ranges of Boston and Leiden.</source>
        <translation>MOI is a parameter of transduction. Open its page: it lists the settings and ranges of Boston and Leiden.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/make_bundle.py</extracomment>
        <source>Make a bundle</source>
        <translation>Make a bundle</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/exchange_place.py</extracomment>
        <source>Make a bundle…</source>
        <translation>Make a bundle…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/new_inline.py</extracomment>
        <source>Make a new one</source>
        <translation>Make a new one</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/make_bundle.py</extracomment>
        <source>Make another one</source>
        <translation>Make another one</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/make_bundle.py</extracomment>
        <source>Make it…</source>
        <translation>Make it…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_new.py</extracomment>
        <source>Make my key</source>
        <translation>Make my key</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/exchange_place.py</extracomment>
        <source>Make my key…</source>
        <translation>Make my key…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/merge.py</extracomment>
        <source>Make one of two</source>
        <translation>Make one of two</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/action_form.py</extracomment>
        <source>Make the action</source>
        <translation>Make the action</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_new.py</extracomment>
        <source>Make your key</source>
        <translation>Make your key</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_ring.py</extracomment>
        <source>Make your key first: bundles are signed with it, and your partner addresses bundles to you by it.</source>
        <translation>Make your key first: bundles are signed with it, and your partner addresses bundles to you by it.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/exchange_place.py</extracomment>
        <source>Make your key first: bundles are signed with it. Then exchange key cards with your partner.</source>
        <translation>Make your key first: bundles are signed with it. Then exchange key cards with your partner.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/make_bundle.py</extracomment>
        <source>Making a bundle to look at; nothing is written…</source>
        <translation>Making a bundle to look at; nothing is written…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/opening.py</extracomment>
        <source>Making the CAR-T demo…</source>
        <translation>Making the CAR-T demo…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/inspecting.py</extracomment>
        <source>Making the copy for the inspection…</source>
        <translation>Making the copy for the inspection…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>Making the page…</source>
        <translation>Making the page…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_tabs.py</extracomment>
        <source>Map</source>
        <translation>Map</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/batches.py</extracomment>
        <source>Margin</source>
        <translation>Margin</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/rules_rows.py</extracomment>
        <source>Match nothing here</source>
        <translation>Match nothing here</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>Material</source>
        <translation>Material</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Materials</source>
        <translation>Materials</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>Materials and offerings</source>
        <translation>Materials and offerings</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_tabs.py</extracomment>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>May be seen by</source>
        <translation>May be seen by</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/workbook_import.py</extracomment>
        <source>Means</source>
        <translation>Means</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_table.py</extracomment>
        <source>Measured by</source>
        <translation>Measured by</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_cell.py</extracomment>
        <source>Medium</source>
        <translation>Medium</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/top_bar.py</extracomment>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Menu of what is selected</source>
        <translation>Menu of what is selected</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Menu {name}</source>
        <translation>Menu {name}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/merge.py</extracomment>
        <source>Merge</source>
        <translation>Merge</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Merge the two…</source>
        <translation>Merge the two…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Merge with another…</source>
        <translation>Merge with another…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/entity_commands.py</extracomment>
        <source>Merge “{goes}” into “{stays}”</source>
        <translation>Merge “{goes}” into “{stays}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/merge.py</extracomment>
        <source>Merge…</source>
        <translation>Merge…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>Method</source>
        <translation>Method</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>Methods</source>
        <translation>Methods</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/bundle_rows.py</extracomment>
        <source>Mine</source>
        <translation>Mine</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_head.py</extracomment>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>More about the findings</source>
        <translation>More about the findings</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_related.py</extracomment>
        <source>More are on its page.</source>
        <translation>More are on its page.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_cell.py</extracomment>
        <source>More makes less</source>
        <translation>More makes less</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_cell.py</extracomment>
        <source>More makes more</source>
        <translation>More makes more</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>More makes more, makes less, goes both ways</source>
        <translation>More makes more, makes less, goes both ways</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/item_words.py</extracomment>
        <source>More than three statements would have to fall.</source>
        <translation>More than three statements would have to fall.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/search_results.py</extracomment>
        <source>More things</source>
        <translation>More things</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/graph_work.py</extracomment>
        <source>Move</source>
        <translation>Move</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/batch_chart.py</extracomment>
        <source>Moving ranges, with their upper limit</source>
        <translation>Moving ranges, with their upper limit</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>My last edit</source>
        <translation>My last edit</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/answer_export.py</extracomment>
        <source>N-Quads</source>
        <translation>N-Quads</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/answer_export.py</extracomment>
        <source>N-Triples</source>
        <translation>N-Triples</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/copying.py</extracomment>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/departure.py</extracomment>
        <source>Name another owner…</source>
        <translation>Name another owner…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_run.py</extracomment>
        <source>Name of the new evidence</source>
        <translation>Name of the new evidence</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_saved.py</extracomment>
        <source>Name of the view</source>
        <translation>Name of the view</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_bar.py</extracomment>
        <source>Name of this text</source>
        <translation>Name of this text</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_groups.py</extracomment>
        <source>Names</source>
        <translation>Names</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Nearer, farther</source>
        <translation>Nearer, farther</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/verdict_words.py</extracomment>
        <source>Needs study</source>
        <translation>Needs study</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/new_inline.py</extracomment>
        <source>New</source>
        <translation>New</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/action_form.py</extracomment>
        <source>New action</source>
        <translation>New action</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/action_form.py</extracomment>
        <source>New action “{name}”</source>
        <translation>New action “{name}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/action_list.py</extracomment>
        <source>New action…</source>
        <translation>New action…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>New parameter in this step…</source>
        <translation>New parameter in this step…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix.py</extracomment>
        <source>New parameter…</source>
        <translation>New parameter…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_change.py</extracomment>
        <source>New password</source>
        <translation>New password</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_change.py</extracomment>
        <source>New password once more</source>
        <translation>New password once more</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/make_bundle.py</extracomment>
        <source>New profile…</source>
        <translation>New profile…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/new_project.py</extracomment>
        <source>New project</source>
        <translation>New project</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>New project &amp;from a bundle…</source>
        <translation>New project &amp;from a bundle…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/bundle_start.py</extracomment>
        <source>New project from a bundle</source>
        <translation>New project from a bundle</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/start.py</extracomment>
        <source>New project…</source>
        <translation>New project…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix.py</extracomment>
        <source>New quality attribute…</source>
        <translation>New quality attribute…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_saving.py</extracomment>
        <source>New question “{name}”</source>
        <translation>New question “{name}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>New requirement</source>
        <translation>New requirement</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>New setpoint</source>
        <translation>New setpoint</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>New site</source>
        <translation>New site</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>New software or recipe version</source>
        <translation>New software or recipe version</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_bar.py</extracomment>
        <source>New text</source>
        <translation>New text</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/choose_class.py</extracomment>
        <source>New thing</source>
        <translation>New thing</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_view.py</extracomment>
        <source>New {kind}</source>
        <translation>New {kind}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/new_inline.py</extracomment>
        <source>New {kind} “{label}”</source>
        <translation>New {kind} “{label}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picker.py</extracomment>
        <source>New “{label}”…</source>
        <translation>New “{label}”…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picker.py</extracomment>
        <source>New…</source>
        <translation>New…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Next &amp;area</source>
        <translation>Next &amp;area</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_bar.py</extracomment>
        <source>Next not assessed</source>
        <translation>Next not assessed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_bar.py</extracomment>
        <source>Next not assessed (Space)</source>
        <translation>Next not assessed (Space)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Next thing reached</source>
        <translation>Next thing reached</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Next thing reached (])</source>
        <translation>Next thing reached (])</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_meeting.py</extracomment>
        <source>Next to decide</source>
        <translation>Next to decide</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_view.py</extracomment>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/action_list.py</extracomment>
        <source>No actions yet</source>
        <translation>No actions yet</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/assessments.py</extracomment>
        <source>No assessment yet</source>
        <translation>No assessment yet</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bookmarks.py</extracomment>
        <source>No bookmarks yet</source>
        <translation>No bookmarks yet</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>No changes yet</source>
        <translation>No changes yet</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reasoning.py</extracomment>
        <source>No contradiction was found, but not all was looked at.</source>
        <translation>No contradiction was found, but not all was looked at.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reasoning.py</extracomment>
        <source>No contradiction, but there are classes that nothing can belong to.</source>
        <translation>No contradiction, but there are classes that nothing can belong to.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reasoning.py</extracomment>
        <source>No contradiction.</source>
        <translation>No contradiction.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/gap_rows.py</extracomment>
        <source>No day</source>
        <translation>No day</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/timeline.py</extracomment>
        <source>No day is recorded for this transfer</source>
        <translation>No day is recorded for this transfer</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_cell.py</extracomment>
        <source>No effect</source>
        <translation>No effect</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix.py</extracomment>
        <source>No effect of one parameter on another is recorded here.</source>
        <translation>No effect of one parameter on another is recorded here.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>No effect, low, medium, high (also N, L, M, H)</source>
        <translation>No effect, low, medium, high (also N, L, M, H)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspector.py</extracomment>
        <source>No evidence, source or reason is recorded for it.</source>
        <translation>No evidence, source or reason is recorded for it.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>No finding fits</source>
        <translation>No finding fits</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/item_words.py</extracomment>
        <source>No further path of this grade goes another way.</source>
        <translation>No further path of this grade goes another way.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/gap_rows.py</extracomment>
        <source>No gap is recorded yet: what you enter records it.</source>
        <translation>No gap is recorded yet: what you enter records it.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_meeting.py</extracomment>
        <source>No gaps</source>
        <translation>No gaps</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/timeline.py</extracomment>
        <source>No gates</source>
        <translation>No gates</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/workbook_import.py</extracomment>
        <source>No kept meaning</source>
        <translation>No kept meaning</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/keys.py</extracomment>
        <source>No key does that.</source>
        <translation>No key does that.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare.py</extracomment>
        <source>No kind of change fits this: it has no impact of its own.</source>
        <translation>No kind of change fits this: it has no impact of its own.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/choose_class.py</extracomment>
        <source>No kind of thing has these words. Fewer words find more.</source>
        <translation>No kind of thing has these words. Fewer words find more.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/knowledge_risk.py</extracomment>
        <source>No know-how is recorded yet</source>
        <translation>No know-how is recorded yet</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_meeting.py</extracomment>
        <source>No line fits. Another choice above shows the rest.</source>
        <translation>No line fits. Another choice above shows the rest.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_notes.py</extracomment>
        <source>No longer in the project: {names}</source>
        <translation>No longer in the project: {names}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>No longer reached</source>
        <translation>No longer reached</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>No longer reached; its verdict stays until somebody looks at it.</source>
        <translation>No longer reached; its verdict stays until somebody looks at it.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity_head.py</extracomment>
        <source>No longer used. Replaced by</source>
        <translation>No longer used. Replaced by</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity_head.py</extracomment>
        <source>No longer used. What refers to it stays as it was.</source>
        <translation>No longer used. What refers to it stays as it was.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>No one step</source>
        <translation>No one step</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/previews.py</extracomment>
        <source>No preview for this kind of file: save it, or open it with the system's program.</source>
        <translation>No preview for this kind of file: save it, or open it with the system's program.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map.py</extracomment>
        <source>No process yet</source>
        <translation>No process yet</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/findings.py</extracomment>
        <source>No project is open</source>
        <translation>No project is open</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/bundle_start.py</extracomment>
        <source>No project was made. {why}</source>
        <translation>No project was made. {why}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/control.py</extracomment>
        <source>No quality attribute is recorded</source>
        <translation>No quality attribute is recorded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>No region</source>
        <translation>No region</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/follow_rows.py</extracomment>
        <source>No region recorded</source>
        <translation>No region recorded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/batches.py</extracomment>
        <source>No result of a batch is recorded yet. Read results from a table.</source>
        <translation>No result of a batch is recorded yet. Read results from a table.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>No revision is chosen</source>
        <translation>No revision is chosen</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/impact.py</extracomment>
        <source>No row fits the filters. “Show everything” is in the filter menu.</source>
        <translation>No row fits the filters. “Show everything” is in the filter menu.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_chart.py</extracomment>
        <source>No row has both figures.</source>
        <translation>No row has both figures.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_running.py</extracomment>
        <source>No row is there only because of that.</source>
        <translation>No row is there only because of that.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_view.py</extracomment>
        <source>No rows</source>
        <translation>No rows</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/item_words.py</extracomment>
        <source>No single statement: another path of the same grade remains when one is taken away.</source>
        <translation>No single statement: another path of the same grade remains when one is taken away.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/workbook_import.py</extracomment>
        <source>No site</source>
        <translation>No site</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/workbook_import.py</extracomment>
        <source>No site process</source>
        <translation>No site process</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/search.py</extracomment>
        <source>No thing is called or says “{words}”. Fewer or shorter words find more.</source>
        <translation>No thing is called or says “{words}”. Fewer or shorter words find more.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/transfers.py</extracomment>
        <source>No transfer project is recorded: make one with New thing first.</source>
        <translation>No transfer project is recorded: make one with New thing first.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_saved.py</extracomment>
        <source>No view was saved yet</source>
        <translation>No view was saved yet</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/history.py</extracomment>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>Nobody competent</source>
        <translation>Nobody competent</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/following.py</extracomment>
        <source>Nobody else writes this project any more.</source>
        <translation>Nobody else writes this project any more.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/compare_rows.py</extracomment>
        <source>Nobody has assessed this effect: unknown, not “no impact”.</source>
        <translation>Nobody has assessed this effect: unknown, not “no impact”.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>Nobody has recorded whether it is affected by {factor}: unknown, not “no impact”.</source>
        <translation>Nobody has recorded whether it is affected by {factor}: unknown, not “no impact”.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/timeline.py</extracomment>
        <source>Nobody recorded a gate of this transfer.</source>
        <translation>Nobody recorded a gate of this transfer.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/why.py</extracomment>
        <source>Nobody stated this: it follows, too.</source>
        <translation>Nobody stated this: it follows, too.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>Nobody yet</source>
        <translation>Nobody yet</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_editor.py</extracomment>
        <source>None chosen</source>
        <translation>None chosen</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_choice.py</extracomment>
        <source>None is kept yet: name another server</source>
        <translation>None is kept yet: name another server</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare.py</extracomment>
        <source>None of the differences can be assessed: each says why in its row.</source>
        <translation>None of the differences can be assessed: each says why in its row.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>Normal range</source>
        <translation>Normal range</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules.py</extracomment>
        <source>Not all rules could be counted: {why}</source>
        <translation>Not all rules could be counted: {why}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/questions.py</extracomment>
        <source>Not asked yet</source>
        <translation>Not asked yet</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspector_item.py</extracomment>
        <source>Not assessed</source>
        <translation>Not assessed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Not assessed after all</source>
        <translation>Not assessed after all</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix.py</extracomment>
        <source>Not assessed is unknown, never “no effect”.</source>
        <translation>Not assessed is unknown, never “no effect”.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_tabs.py</extracomment>
        <source>Not assessed {count}</source>
        <translation>Not assessed {count}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/compare_rows.py</extracomment>
        <source>Not assessed, only in A</source>
        <translation>Not assessed, only in A</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/compare_rows.py</extracomment>
        <source>Not assessed, only in B</source>
        <translation>Not assessed, only in B</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity_head.py</extracomment>
        <source>Not bookmarked</source>
        <translation>Not bookmarked</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>Not checked yet</source>
        <translation>Not checked yet</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reasoning.py</extracomment>
        <source>Not done: {what}</source>
        <translation>Not done: {what}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_chart.py</extracomment>
        <source>Not drawn: {count} further rows; the table has them.</source>
        <translation>Not drawn: {count} further rows; the table has them.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_chart.py</extracomment>
        <source>Not drawn: {count} in other units.</source>
        <translation>Not drawn: {count} in other units.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_chart.py</extracomment>
        <source>Not drawn: {count} without a figure.</source>
        <translation>Not drawn: {count} without a figure.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/verdict_words.py</extracomment>
        <source>Not impacted</source>
        <translation>Not impacted</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/package.py</extracomment>
        <source>Not listed yet</source>
        <translation>Not listed yet</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/package.py</extracomment>
        <source>Not listed yet ({count})</source>
        <translation>Not listed yet ({count})</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare.py</extracomment>
        <source>Not looked at yet.</source>
        <translation>Not looked at yet.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reasoning.py</extracomment>
        <source>Not looked at: {count} statements, {why}.</source>
        <translation>Not looked at: {count} statements, {why}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_parts.py</extracomment>
        <source>Not run yet</source>
        <translation>Not run yet</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_page.py</extracomment>
        <source>Not run: {why}</source>
        <translation>Not run: {why}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/discard.py</extracomment>
        <source>Not saved</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/matrix.py</extracomment>
        <source>Not saved yet</source>
        <translation>Not saved yet</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/grid.py</extracomment>
        <source>Not saved yet. It was empty.</source>
        <translation>Not saved yet. It was empty.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/grid.py</extracomment>
        <source>Not saved yet. It was: {text}</source>
        <translation>Not saved yet. It was: {text}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/batches.py</extracomment>
        <source>Not taken over</source>
        <translation>Not taken over</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_returned.py</extracomment>
        <source>Not taken over ({count})</source>
        <translation>Not taken over ({count})</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>Not transferred</source>
        <translation>Not transferred</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Not when</source>
        <translation>Not when</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/page_follows.py</extracomment>
        <source>Not worked out</source>
        <translation>Not worked out</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>Not written down</source>
        <translation>Not written down</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>Not, or not known</source>
        <translation>Not, or not known</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/facts.py</extracomment>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/findings.py</extracomment>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>Nothing</source>
        <translation>Nothing</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reasoning.py</extracomment>
        <source>Nothing can belong to “{name}”</source>
        <translation>Nothing can belong to “{name}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>Nothing differs</source>
        <translation>Nothing differs</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reasoning.py</extracomment>
        <source>Nothing else follows for classes and kinds that is not stated.</source>
        <translation>Nothing else follows for classes and kinds that is not stated.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/explorer.py</extracomment>
        <source>Nothing fits “{words}”.</source>
        <translation>Nothing fits “{words}”.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/page_follows.py</extracomment>
        <source>Nothing follows about this that is not stated.</source>
        <translation>Nothing follows about this that is not stated.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>Nothing found</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/explorer.py</extracomment>
        <source>Nothing here yet</source>
        <translation>Nothing here yet</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/help.py</extracomment>
        <source>Nothing in help has all these words.</source>
        <translation>Nothing in help has all these words.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/states.py</extracomment>
        <source>Nothing in the project was changed.</source>
        <translation>Nothing in the project was changed.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_view.py</extracomment>
        <source>Nothing in the project was changed. Ask again when you like.</source>
        <translation>Nothing in the project was changed. Ask again when you like.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/tasks.py</extracomment>
        <source>Nothing in the project was changed. Try again.</source>
        <translation>Nothing in the project was changed. Try again.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/graph_view.py</extracomment>
        <source>Nothing is chosen</source>
        <translation>Nothing is chosen</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picture.py</extracomment>
        <source>Nothing is drawn here. Go to the process map or to a graph first.</source>
        <translation>Nothing is drawn here. Go to the process map or to a graph first.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>Nothing is found about what was chosen.</source>
        <translation>Nothing is found about what was chosen.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_meeting.py</extracomment>
        <source>Nothing is left to decide among the lines that are shown.</source>
        <translation>Nothing is left to decide among the lines that are shown.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_side.py</extracomment>
        <source>Nothing is linked with it.</source>
        <translation>Nothing is linked with it.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/package.py</extracomment>
        <source>Nothing is listed for this transfer</source>
        <translation>Nothing is listed for this transfer</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_paste.py</extracomment>
        <source>Nothing is pasted yet.</source>
        <translation>Nothing is pasted yet.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_cell.py</extracomment>
        <source>Nothing is recorded here.</source>
        <translation>Nothing is recorded here.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>Nothing is recorded that it rests on.</source>
        <translation>Nothing is recorded that it rests on.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>Nothing is written before you have seen what, and said yes.</source>
        <translation>Nothing is written before you have seen what, and said yes.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/exchange.py</extracomment>
        <source>Nothing new: the project holds all of it already.</source>
        <translation>Nothing new: the project holds all of it already.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare.py</extracomment>
        <source>Nothing of this kind. Another choice above shows the rest.</source>
        <translation>Nothing of this kind. Another choice above shows the rest.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/impact.py</extracomment>
        <source>Nothing recorded leads on from here. That is unknown, never “no impact”.</source>
        <translation>Nothing recorded leads on from here. That is unknown, never “no impact”.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>Nothing recorded stands against it.</source>
        <translation>Nothing recorded stands against it.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspector.py</extracomment>
        <source>Nothing refers to it.</source>
        <translation>Nothing refers to it.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_change.py</extracomment>
        <source>Nothing signed with your key is trusted any more, for good. You then save a file for your partners, who take it in like a card.</source>
        <translation>Nothing signed with your key is trusted any more, for good. You then save a file for your partners, who take it in like a card.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picker.py</extracomment>
        <source>Nothing that fits here is called “{words}”.</source>
        <translation>Nothing that fits here is called “{words}”.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/departure.py</extracomment>
        <source>Nothing that is recorded loses support</source>
        <translation>Nothing that is recorded loses support</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>Nothing there has a class</source>
        <translation>Nothing there has a class</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>Nothing there is found with these words.</source>
        <translation>Nothing there is found with these words.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix.py</extracomment>
        <source>Nothing to assess yet</source>
        <translation>Nothing to assess yet</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph.py</extracomment>
        <source>Nothing to draw</source>
        <translation>Nothing to draw</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/grid.py</extracomment>
        <source>Nothing to edit here</source>
        <translation>Nothing to edit here</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/graph_work.py</extracomment>
        <source>Nothing to expand: it stops here, or has no more links.</source>
        <translation>Nothing to expand: it stops here, or has no more links.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/why.py</extracomment>
        <source>Nothing to explain</source>
        <translation>Nothing to explain</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/top_bar.py</extracomment>
        <source>Nothing to redo</source>
        <translation>Nothing to redo</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_returned.py</extracomment>
        <source>Nothing to take over</source>
        <translation>Nothing to take over</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/top_bar.py</extracomment>
        <source>Nothing to undo</source>
        <translation>Nothing to undo</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/top_bar.py</extracomment>
        <source>Nothing to undo in passing: the step before is taken back in the history</source>
        <translation>Nothing to undo in passing: the step before is taken back in the history</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copying.py</extracomment>
        <source>Nothing was added</source>
        <translation>Nothing was added</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare.py</extracomment>
        <source>Nothing was changed.</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/impact.py</extracomment>
        <source>Nothing was changed. A part of an answer is never shown.</source>
        <translation>Nothing was changed. A part of an answer is never shown.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copying.py</extracomment>
        <source>Nothing was copied.</source>
        <translation>Nothing was copied.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_history.py</extracomment>
        <source>Nothing was run yet.</source>
        <translation>Nothing was run yet.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/reviewing.py</extracomment>
        <source>Nothing was saved. Try again when nobody else writes.</source>
        <translation>Nothing was saved. Try again when nobody else writes.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>Nothing was written.</source>
        <translation>Nothing was written.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/reviewing.py</extracomment>
        <source>Nothing would change: nothing was saved.</source>
        <translation>Nothing would change: nothing was saved.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/item_words.py</extracomment>
        <source>Nothing.</source>
        <translation>Nothing.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Noticed by</source>
        <translation>Noticed by</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/action_list.py</extracomment>
        <source>Now the answer: it is saved together with “closed”.</source>
        <translation>Now the answer: it is saved together with “closed”.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_meeting.py</extracomment>
        <source>Now the reason: it is saved together with “{word}”.</source>
        <translation>Now the reason: it is saved together with “{word}”.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>Nu&amp;mber</source>
        <translation>Nu&amp;mber</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/assessments.py</extracomment>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_editor.py</extracomment>
        <source>Number in the quality system</source>
        <translation>Number in the quality system</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_view.py</extracomment>
        <source>Numbers are values, not as they were written: 7.40 reads 7.4.</source>
        <translation>Numbers are values, not as they were written: 7.40 reads 7.4.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/rules_rows.py</extracomment>
        <source>Obligation: what must be looked at</source>
        <translation>Obligation: what must be looked at</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>Occurrence, 1 to 10</source>
        <translation>Occurrence, 1 to 10</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/action_list.py</extracomment>
        <source>Of everything</source>
        <translation>Of everything</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/batches.py</extracomment>
        <source>Of influences and studies, with method and figures</source>
        <translation>Of influences and studies, with method and figures</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>Of no step ({count})</source>
        <translation>Of no step ({count})</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_ring.py</extracomment>
        <source>Of partners</source>
        <translation>Of partners</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/action_list.py</extracomment>
        <source>Of which transfer</source>
        <translation>Of which transfer</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Offered</source>
        <translation>Offered</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Offers</source>
        <translation>Offers</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspector.py</extracomment>
        <source>Older changes stand on its page.</source>
        <translation>Older changes stand on its page.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>On a heading: choose what stands below it</source>
        <translation>On a heading: choose what stands below it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/tour.py</extracomment>
        <source>On the page of MOI, choose Boston's normal range and press F2. Type 2-6, press Enter, and give a reason.</source>
        <translation>On the page of MOI, choose Boston's normal range and press F2. Type 2-6, press Enter, and give a reason.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_run.py</extracomment>
        <source>On what the &amp;strengths rest, in one sentence</source>
        <translation>On what the &amp;strengths rest, in one sentence</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picture.py</extracomment>
        <source>One page, drawn at {percent} %.</source>
        <translation>One page, drawn at {percent} %.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/saving.py</extracomment>
        <source>One reason for all saves until you end it</source>
        <translation>One reason for all saves until you end it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/verdict_box.py</extracomment>
        <source>One verdict for {count} rows</source>
        <translation>One verdict for {count} rows</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_form.py</extracomment>
        <source>Only from what changes itself</source>
        <translation>Only from what changes itself</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare.py</extracomment>
        <source>Only gaps</source>
        <translation>Only gaps</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Only if</source>
        <translation>Only if</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/compare_rows.py</extracomment>
        <source>Only in A</source>
        <translation>Only in A</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/compare_rows.py</extracomment>
        <source>Only in B</source>
        <translation>Only in B</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/triage_form.py</extracomment>
        <source>Only look</source>
        <translation>Only look</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_compare.py</extracomment>
        <source>Only now</source>
        <translation>Only now</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_change.py</extracomment>
        <source>Only the holder of a key can revoke it for others: its password is needed.</source>
        <translation>Only the holder of a key can revoke it for others: its password is needed.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Only the path to what is chosen</source>
        <translation>Only the path to what is chosen</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Only the way to what is chosen, hop by hop (I); all again with Escape</source>
        <translation>Only the way to what is chosen, hop by hop (I); all again with Escape</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_compare.py</extracomment>
        <source>Only then</source>
        <translation>Only then</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/profile_form.py</extracomment>
        <source>Only this part</source>
        <translation>Only this part</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Only this path</source>
        <translation>Only this path</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/departure.py</extracomment>
        <source>Only what &amp;nobody else has</source>
        <translation>Only what &amp;nobody else has</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map.py</extracomment>
        <source>Only what differs</source>
        <translation>Only what differs</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/profile_form.py</extracomment>
        <source>Only what is marked public</source>
        <translation>Only what is marked public</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>Only what the newest edit brought about</source>
        <translation>Only what the newest edit brought about</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>Only what was not there at revision {revision}</source>
        <translation>Only what was not there at revision {revision}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_form.py</extracomment>
        <source>Only with the set</source>
        <translation>Only with the set</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/make_bundle.py</extracomment>
        <source>Only you read this:</source>
        <translation>Only you read this:</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>Only {name}</source>
        <translation>Only {name}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/action_list.py</extracomment>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Open a &amp;bundle…</source>
        <translation>Open a &amp;bundle…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Open a &amp;server…</source>
        <translation>Open a &amp;server…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/bundles.py</extracomment>
        <source>Open a bundle</source>
        <translation>Open a bundle</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/exchange_place.py</extracomment>
        <source>Open a bundle…</source>
        <translation>Open a bundle…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/attachments.py</extracomment>
        <source>Open a file</source>
        <translation>Open a file</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/opening.py</extracomment>
        <source>Open a project</source>
        <translation>Open a project</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>Open a server</source>
        <translation>Open a server</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/start.py</extracomment>
        <source>Open a server…</source>
        <translation>Open a server…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Open all</source>
        <translation>Open all</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_head.py</extracomment>
        <source>Open as one assessment…</source>
        <translation>Open as one assessment…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_form.py</extracomment>
        <source>Open changes nearby: tick what is to be assessed together</source>
        <translation>Open changes nearby: tick what is to be assessed together</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/work_filters.py</extracomment>
        <source>Open for</source>
        <translation>Open for</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Open in a tab</source>
        <translation>Open in a tab</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Open in a tab behind this one</source>
        <translation>Open in a tab behind this one</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>Open it</source>
        <translation>Open it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_compared.py</extracomment>
        <source>Open it again, or keep it as an assessment, then compare once more.</source>
        <translation>Open it again, or keep it as an assessment, then compare once more.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_page.py</extracomment>
        <source>Open its gap</source>
        <translation>Open its gap</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/departure.py</extracomment>
        <source>Open its page</source>
        <translation>Open its page</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/site_rows.py</extracomment>
        <source>Open one assessment of {count} differences</source>
        <translation>Open one assessment of {count} differences</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Open page</source>
        <translation>Open page</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Open page behind this tab</source>
        <translation>Open page behind this tab</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/action_list.py</extracomment>
        <source>Open questions</source>
        <translation>Open questions</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>Open read-only</source>
        <translation>Open read-only</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/follow_rows.py</extracomment>
        <source>Open risks</source>
        <translation>Open risks</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>Open tasks and responsibilities</source>
        <translation>Open tasks and responsibilities</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Open the CAR-T &amp;demo</source>
        <translation>Open the CAR-T &amp;demo</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/start.py</extracomment>
        <source>Open the CAR-T demo</source>
        <translation>Open the CAR-T demo</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/explorer.py</extracomment>
        <source>Open the branch</source>
        <translation>Open the branch</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/tour.py</extracomment>
        <source>Open the demo</source>
        <translation>Open the demo</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/finding_detail.py</extracomment>
        <source>Open the form</source>
        <translation>Open the form</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Open the hit</source>
        <translation>Open the hit</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/slots.py</extracomment>
        <source>Open the page of a thing first.</source>
        <translation>Open the page of a thing first.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Open the page or the list</source>
        <translation>Open the page or the list</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Open the page, show more</source>
        <translation>Open the page, show more</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_cell.py</extracomment>
        <source>Open the parameter</source>
        <translation>Open the parameter</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Open the review</source>
        <translation>Open the review</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Open what is recorded, or record it</source>
        <translation>Open what is recorded, or record it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_cell.py</extracomment>
        <source>Open what it bears on</source>
        <translation>Open what it bears on</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_said.py</extracomment>
        <source>Open where it begins</source>
        <translation>Open where it begins</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Open {count} pages</source>
        <translation>Open {count} pages</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/map_view.py</extracomment>
        <source>Open {name}</source>
        <translation>Open {name}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_cell.py</extracomment>
        <source>Open “{name}”: {strength}, {status}</source>
        <translation>Open “{name}”: {strength}, {status}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/assessments.py</extracomment>
        <source>Opened</source>
        <translation>Opened</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/start.py</extracomment>
        <source>Opened before</source>
        <translation>Opened before</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/impact.py</extracomment>
        <source>Opening the assessment…</source>
        <translation>Opening the assessment…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/opening.py</extracomment>
        <source>Opening {name}…</source>
        <translation>Opening {name}…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>Openness</source>
        <translation>Openness</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/attachments.py</extracomment>
        <source>Open…</source>
        <translation>Open…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_new.py</extracomment>
        <source>Organization</source>
        <translation>Organization</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Other</source>
        <translation>Other</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Other classes</source>
        <translation>Other classes</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>Other elements</source>
        <translation>Other elements</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Other equipment</source>
        <translation>Other equipment</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Other hold or process time</source>
        <translation>Other hold or process time</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Other material or supplier</source>
        <translation>Other material or supplier</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/follow_rows.py</extracomment>
        <source>Other open changes</source>
        <translation>Other open changes</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix.py</extracomment>
        <source>Other parameters</source>
        <translation>Other parameters</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>Other paths point the other way.</source>
        <translation>Other paths point the other way.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/questions.py</extracomment>
        <source>Other questions</source>
        <translation>Other questions</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_ways.py</extracomment>
        <source>Other thing</source>
        <translation>Other thing</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>Other things</source>
        <translation>Other things</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/follow_rows.py</extracomment>
        <source>Other things touched</source>
        <translation>Other things touched</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>Outside</source>
        <translation>Outside</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/gap_rows.py</extracomment>
        <source>Overdue</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/map_state.py</extracomment>
        <source>Overview</source>
        <translation>Overview</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Overview, steps, parameters</source>
        <translation>Overview, steps, parameters</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/rules_rows.py</extracomment>
        <source>Own, changed or switched off</source>
        <translation>Own, changed or switched off</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/gap_rows.py</extracomment>
        <source>Owner</source>
        <translation>Owner</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picture.py</extracomment>
        <source>P&amp;aper</source>
        <translation>P&amp;aper</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picture.py</extracomment>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picture.py</extracomment>
        <source>PDF, for paper and mail</source>
        <translation>PDF, for paper and mail</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/reports.py</extracomment>
        <source>PDF, to print and to file (*.pdf)</source>
        <translation>PDF, to print and to file (*.pdf)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picture.py</extracomment>
        <source>PNG picture (*.png)</source>
        <translation>PNG picture (*.png)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picture.py</extracomment>
        <source>PNG, for slides</source>
        <translation>PNG, for slides</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picture.py</extracomment>
        <source>Pa&amp;ges</source>
        <translation>Pa&amp;ges</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/timeline_picture.py</extracomment>
        <source>Package</source>
        <translation>Package</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/package.py</extracomment>
        <source>Package item “{name}”</source>
        <translation>Package item “{name}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/help.py</extracomment>
        <source>Page of help</source>
        <translation>Page of help</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/sheets.py</extracomment>
        <source>Page {page} of {pages}</source>
        <translation>Page {page} of {pages}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/help.py</extracomment>
        <source>Pages and what was found</source>
        <translation>Pages and what was found</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picture.py</extracomment>
        <source>Paper</source>
        <translation>Paper</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/map_state.py</extracomment>
        <source>Parameters</source>
        <translation>Parameters</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_paste.py</extracomment>
        <source>Parameters down, attributes across or the other way round, by id or whole name; cells say H, M, L or N, with + or - for the direction. Nothing is guessed, and what is assessed already stays.</source>
        <translation>Parameters down, attributes across or the other way round, by id or whole name; cells say H, M, L or N, with + or - for the direction. Nothing is guessed, and what is assessed already stays.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_bar.py</extracomment>
        <source>Participants</source>
        <translation>Participants</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/point_form.py</extracomment>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>Pass&amp;word or token</source>
        <translation>Pass&amp;word or token</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_new.py</extracomment>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_change.py</extracomment>
        <source>Password of your key</source>
        <translation>Password of your key</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_new.py</extracomment>
        <source>Password once more</source>
        <translation>Password once more</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>Password or token</source>
        <translation>Password or token</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/grid.py</extracomment>
        <source>Paste</source>
        <translation>Paste</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_paste.py</extracomment>
        <source>Paste a table</source>
        <translation>Paste a table</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_bar.py</extracomment>
        <source>Paste a table (Ctrl+V)</source>
        <translation>Paste a table (Ctrl+V)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_bar.py</extracomment>
        <source>Paste a table…</source>
        <translation>Paste a table…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/attachments.py</extracomment>
        <source>Pasted picture</source>
        <translation>Pasted picture</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_form.py</extracomment>
        <source>Path</source>
        <translation>Path</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspector_item.py</extracomment>
        <source>Path on map</source>
        <translation>Path on map</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/rules_rows.py</extracomment>
        <source>Path or link</source>
        <translation>Path or link</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/item_words.py</extracomment>
        <source>Paths point in opposite directions: the net effect is open.</source>
        <translation>Paths point in opposite directions: the net effect is open.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/knowledge_risk.py</extracomment>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>People ({count})</source>
        <translation>People ({count})</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/timeline_picture.py</extracomment>
        <source>People leave</source>
        <translation>People leave</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/knowledge_risk.py</extracomment>
        <source>People who hold know-how</source>
        <translation>People who hold know-how</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>Permit</source>
        <translation>Permit</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/key_rows.py</extracomment>
        <source>Phone its holder and compare the fingerprint: Enter</source>
        <translation>Phone its holder and compare the fingerprint: Enter</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_confirm.py</extracomment>
        <source>Phone {holder}, at a number that you know already. Ask for the fingerprint on their key card and type what you hear. It is not shown here: only what they read aloud can tell that the key is theirs.</source>
        <translation>Phone {holder}, at a number that you know already. Ask for the fingerprint on their key card and type what you hear. It is not shown here: only what they read aloud can tell that the key is theirs.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/attachments.py</extracomment>
        <source>Picture: {name}</source>
        <translation>Picture: {name}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/graph_work.py</extracomment>
        <source>Pin</source>
        <translation>Pin</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/tabs.py</extracomment>
        <source>Pin tab</source>
        <translation>Pin tab</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/departure.py</extracomment>
        <source>Plan a transfer…</source>
        <translation>Plan a transfer…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/layout.py</extracomment>
        <source>Planned: no setting is recorded here yet.</source>
        <translation>Planned: no setting is recorded here yet.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/exchange_place.py</extracomment>
        <source>Points with {partner}: {words}</source>
        <translation>Points with {partner}: {words}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/preferences.py</extracomment>
        <source>Preferences</source>
        <translation>Preferences</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_change.py</extracomment>
        <source>Present password</source>
        <translation>Present password</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/tour.py</extracomment>
        <source>Press Ctrl+K, type transduction and press Enter. Or click its card on the process map.</source>
        <translation>Press Ctrl+K, type transduction and press Enter. Or click its card on the process map.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/tour.py</extracomment>
        <source>Press Ctrl+Z. Then open the history: it names who changed the range, when and why, and the undo.</source>
        <translation>Press Ctrl+Z. Then open the history: it names who changed the range, when and why, and the undo.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/tour.py</extracomment>
        <source>Press F8 for the findings and choose the one about this range: it leaves what is proven.</source>
        <translation>Press F8 for the findings and choose the one about this range: it leaves what is proven.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>Press Stop first, or wait until it is compared: the graph on the server is not complete yet.</source>
        <translation>Press Stop first, or wait until it is compared: the graph on the server is not complete yet.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_parts.py</extracomment>
        <source>Press “Run” or Ctrl+Enter. Nothing is run before that.</source>
        <translation>Press “Run” or Ctrl+Enter. Nothing is run before that.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_bar.py</extracomment>
        <source>Preview…</source>
        <translation>Preview…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Previous thing reached</source>
        <translation>Previous thing reached</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Previous thing reached ([)</source>
        <translation>Previous thing reached ([)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_strip.py</extracomment>
        <source>Problems</source>
        <translation>Problems</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/timeline_picture.py</extracomment>
        <source>Process</source>
        <translation>Process</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Process &amp;map</source>
        <translation>Process &amp;map</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/map_view.py</extracomment>
        <source>Process map</source>
        <translation>Process map</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_tree.py</extracomment>
        <source>Process map as a tree</source>
        <translation>Process map as a tree</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/map_picture.py</extracomment>
        <source>Process map: {process}</source>
        <translation>Process map: {process}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Process options</source>
        <translation>Process options</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/explorer.py</extracomment>
        <source>Process, sites, knowledge, quality system</source>
        <translation>Process, sites, knowledge, quality system</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>Processes</source>
        <translation>Processes</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Project</source>
        <translation>Project</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/preferences.py</extracomment>
        <source>Projects</source>
        <translation>Projects</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/findings.py</extracomment>
        <source>Property</source>
        <translation>Property</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_fields.py</extracomment>
        <source>Property of step {number}</source>
        <translation>Property of step {number}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_form.py</extracomment>
        <source>Property to where it comes from</source>
        <translation>Property to where it comes from</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_form.py</extracomment>
        <source>Property to where it leads</source>
        <translation>Property to where it leads</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_table.py</extracomment>
        <source>Proven range</source>
        <translation>Proven range</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/package.py</extracomment>
        <source>Provided by</source>
        <translation>Provided by</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/batches.py</extracomment>
        <source>Provisional: limits from fewer than {count} results move with each further one.</source>
        <translation>Provisional: limits from fewer than {count} results move with each further one.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/follow_rows.py</extracomment>
        <source>Provisions</source>
        <translation>Provisions</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_page.py</extracomment>
        <source>Provisions on this step</source>
        <translation>Provisions on this step</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/verdict_words.py</extracomment>
        <source>QC</source>
        <translation>QC</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>Qualifications by step</source>
        <translation>Qualifications by step</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/timeline_picture.py</extracomment>
        <source>Qualifications end</source>
        <translation>Qualifications end</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>Qualified people</source>
        <translation>Qualified people</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/layout.py</extracomment>
        <source>Quality</source>
        <translation>Quality</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>Quality attribute</source>
        <translation>Quality attribute</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>Quality attributes</source>
        <translation>Quality attributes</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Quality system</source>
        <translation>Quality system</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/questions.py</extracomment>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/search_results.py</extracomment>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/crash.py</extracomment>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>R&amp;eason with logic…</source>
        <translation>R&amp;eason with logic…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Ranges and observations</source>
        <translation>Ranges and observations</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>Ranges of factors</source>
        <translation>Ranges of factors</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Re&amp;tire…</source>
        <translation>Re&amp;tire…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publish_form.py</extracomment>
        <source>Re&amp;vision</source>
        <translation>Re&amp;vision</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>Reach</source>
        <translation>Reach</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/compare_rows.py</extracomment>
        <source>Reach in A</source>
        <translation>Reach in A</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/compare_rows.py</extracomment>
        <source>Reach in B</source>
        <translation>Reach in B</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_parts.py</extracomment>
        <source>Reach of {done} of {total}</source>
        <translation>Reach of {done} of {total}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/process_tree.py</extracomment>
        <source>Reached by the change</source>
        <translation>Reached by the change</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/start.py</extracomment>
        <source>Read a SPARQL endpoint</source>
        <translation>Read a SPARQL endpoint</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>Read a server in the place of a project</source>
        <translation>Read a server in the place of a project</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/workbooks.py</extracomment>
        <source>Read a workbook</source>
        <translation>Read a workbook</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copying.py</extracomment>
        <source>Read again</source>
        <translation>Read again</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/grid_problems.py</extracomment>
        <source>Read commas as decimal points</source>
        <translation>Read commas as decimal points</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/grid.py</extracomment>
        <source>Read commas as points</source>
        <translation>Read commas as points</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/server_strip.py</extracomment>
        <source>Read everything anew</source>
        <translation>Read everything anew</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_meeting.py</extracomment>
        <source>Read it</source>
        <translation>Read it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/batches.py</extracomment>
        <source>Read results from a table</source>
        <translation>Read results from a table</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/batches.py</extracomment>
        <source>Read results from a table…</source>
        <translation>Read results from a table…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/workbook_import.py</extracomment>
        <source>Read {file}</source>
        <translation>Read {file}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picture.py</extracomment>
        <source>Readable, on several pages</source>
        <translation>Readable, on several pages</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare.py</extracomment>
        <source>Readiness</source>
        <translation>Readiness</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare.py</extracomment>
        <source>Readiness of the step</source>
        <translation>Readiness of the step</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare.py</extracomment>
        <source>Readiness of the steps</source>
        <translation>Readiness of the steps</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>Reading back and comparing</source>
        <translation>Reading back and comparing</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copying.py</extracomment>
        <source>Reading from {name}…</source>
        <translation>Reading from {name}…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/action_list.py</extracomment>
        <source>Reading the actions…</source>
        <translation>Reading the actions…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/control.py</extracomment>
        <source>Reading the control strategy…</source>
        <translation>Reading the control strategy…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>Reading the history…</source>
        <translation>Reading the history…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/package.py</extracomment>
        <source>Reading the package…</source>
        <translation>Reading the package…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/grid.py</extracomment>
        <source>Reading the rows…</source>
        <translation>Reading the rows…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules.py</extracomment>
        <source>Reading the rules…</source>
        <translation>Reading the rules…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/timeline.py</extracomment>
        <source>Reading the time line…</source>
        <translation>Reading the time line…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_returned.py</extracomment>
        <source>Reading {file}…</source>
        <translation>Reading {file}…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/gap_rows.py</extracomment>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reasoning.py</extracomment>
        <source>Reason again</source>
        <translation>Reason again</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/spell.py</extracomment>
        <source>Reason for all saves: {reason}</source>
        <translation>Reason for all saves: {reason}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reasoning.py</extracomment>
        <source>Reason with logic</source>
        <translation>Reason with logic</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/verdict_box.py</extracomment>
        <source>Reason, needed to sign</source>
        <translation>Reason, needed to sign</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reasoning.py</extracomment>
        <source>Reasoning over the whole project…</source>
        <translation>Reasoning over the whole project…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reasoning.py</extracomment>
        <source>Reasoning was stopped</source>
        <translation>Reasoning was stopped</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reason.py</extracomment>
        <source>Reasons given lately</source>
        <translation>Reasons given lately</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>Receive it…</source>
        <translation>Receive it…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/exchange_place.py</extracomment>
        <source>Received</source>
        <translation>Received</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_choose.py</extracomment>
        <source>Receiving site</source>
        <translation>Receiving site</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/search.py</extracomment>
        <source>Recent</source>
        <translation>Recent</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/triage_form.py</extracomment>
        <source>Record a deviation of {factor}</source>
        <translation>Record a deviation of {factor}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_page.py</extracomment>
        <source>Record a gap…</source>
        <translation>Record a gap…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_cell.py</extracomment>
        <source>Record a new influence…</source>
        <translation>Record a new influence…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/departure.py</extracomment>
        <source>Record a qualification…</source>
        <translation>Record a qualification…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_choose.py</extracomment>
        <source>Record a site process for each site, derived from one general process.</source>
        <translation>Record a site process for each site, derived from one general process.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/triage_form.py</extracomment>
        <source>Record and assess</source>
        <translation>Record and assess</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/departure.py</extracomment>
        <source>Record another source…</source>
        <translation>Record another source…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspector_item.py</extracomment>
        <source>Record its strength…</source>
        <translation>Record its strength…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/knowledge_risk.py</extracomment>
        <source>Record know-how…</source>
        <translation>Record know-how…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>Record {count} refusals…</source>
        <translation>Record {count} refusals…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/follow_rows.py</extracomment>
        <source>Recorded</source>
        <translation>Recorded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/item_words.py</extracomment>
        <source>Recorded facts only.</source>
        <translation>Recorded facts only.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_page.py</extracomment>
        <source>Recorded gap</source>
        <translation>Recorded gap</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/gap_rows.py</extracomment>
        <source>Recorded gaps</source>
        <translation>Recorded gaps</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_returned.py</extracomment>
        <source>Recorded now</source>
        <translation>Recorded now</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/triage_form.py</extracomment>
        <source>Recording makes the deviation and its assessment in one step; only looking changes nothing.</source>
        <translation>Recording makes the deviation and its assessment in one step; only looking changes nothing.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/grid.py</extracomment>
        <source>Redo in grid</source>
        <translation>Redo in grid</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/top_bar.py</extracomment>
        <source>Redo: {step}</source>
        <translation>Redo: {step}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/bundle_rows.py</extracomment>
        <source>Refuse</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/grid_problems.py</extracomment>
        <source>Refused cells</source>
        <translation>Refused cells</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/grid_problems.py</extracomment>
        <source>Refused: these cells are not saved</source>
        <translation>Refused: these cells are not saved</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Registration details</source>
        <translation>Registration details</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/follow_rows.py</extracomment>
        <source>Registration · {region}</source>
        <translation>Registration · {region}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/follow_rows.py</extracomment>
        <source>Registration · {region}  {count}</source>
        <translation>Registration · {region}  {count}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Regulations</source>
        <translation>Regulations</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/verdict_words.py</extracomment>
        <source>Regulatory</source>
        <translation>Regulatory</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Relate the two…</source>
        <translation>Relate the two…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/relate.py</extracomment>
        <source>Relate “{name}” to…</source>
        <translation>Relate “{name}” to…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/relate.py</extracomment>
        <source>Related to</source>
        <translation>Related to</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/relate.py</extracomment>
        <source>Relations that are possible</source>
        <translation>Relations that are possible</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/server_strip.py</extracomment>
        <source>Reload</source>
        <translation>Reload</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/start.py</extracomment>
        <source>Remove from list</source>
        <translation>Remove from list</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/relate.py</extracomment>
        <source>Remove it…</source>
        <translation>Remove it…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/field_list.py</extracomment>
        <source>Remove this value</source>
        <translation>Remove this value</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity_menu.py</extracomment>
        <source>Remove this value…</source>
        <translation>Remove this value…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/start.py</extracomment>
        <source>Remove {name} from the list</source>
        <translation>Remove {name} from the list</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity_menu.py</extracomment>
        <source>Remove {value} from “{name}”</source>
        <translation>Remove {value} from “{name}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/entity_commands.py</extracomment>
        <source>Remove “{relation}”</source>
        <translation>Remove “{relation}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>Removed before: {count} statements.</source>
        <translation>Removed before: {count} statements.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_saved.py</extracomment>
        <source>Rename this view</source>
        <translation>Rename this view</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_saved.py</extracomment>
        <source>Rename…</source>
        <translation>Rename…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_saved.py</extracomment>
        <source>Replace</source>
        <translation>Replace</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_change.py</extracomment>
        <source>Replace it</source>
        <translation>Replace it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_ring.py</extracomment>
        <source>Replace my key…</source>
        <translation>Replace my key…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/exchange_place.py</extracomment>
        <source>Replace or revoke a key</source>
        <translation>Replace or revoke a key</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_saved.py</extracomment>
        <source>Replace the view “{name}”?</source>
        <translation>Replace the view “{name}”?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_change.py</extracomment>
        <source>Replace your key</source>
        <translation>Replace your key</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspector.py</extracomment>
        <source>Replaced by</source>
        <translation>Replaced by</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/timeline_picture.py</extracomment>
        <source>Requalification</source>
        <translation>Requalification</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/package.py</extracomment>
        <source>Required for</source>
        <translation>Required for</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picture.py</extracomment>
        <source>Resolution</source>
        <translation>Resolution</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspector_item.py</extracomment>
        <source>Rests on</source>
        <translation>Rests on</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>Rests on, and why</source>
        <translation>Rests on, and why</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Results</source>
        <translation>Results</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>Results beside a limit: {count}</source>
        <translation>Results beside a limit: {count}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/results_chart.py</extracomment>
        <source>Results by batch</source>
        <translation>Results by batch</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/batches.py</extracomment>
        <source>Results from a table</source>
        <translation>Results from a table</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/batch_chart.py</extracomment>
        <source>Results of {count} batches, with limits</source>
        <translation>Results of {count} batches, with limits</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Retire</source>
        <translation>Retire</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/retire.py</extracomment>
        <source>Retire “{name}”</source>
        <translation>Retire “{name}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/retire.py</extracomment>
        <source>Retire “{name}”?</source>
        <translation>Retire “{name}”?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Retire…</source>
        <translation>Retire…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_frame.py</extracomment>
        <source>Revert</source>
        <translation>Revert</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/guide.py</extracomment>
        <source>Review a change</source>
        <translation>Review a change</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Review of a change</source>
        <translation>Review of a change</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_comparing.py</extracomment>
        <source>Reviews to compare with</source>
        <translation>Reviews to compare with</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publish_form.py</extracomment>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>Revision {number} · {kind}: {summary}</source>
        <translation>Revision {number} · {kind}: {summary}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspector.py</extracomment>
        <source>Revision {number} · “{why}”</source>
        <translation>Revision {number} · “{why}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/exchange.py</extracomment>
        <source>Revision {number}: {count} statements added.</source>
        <translation>Revision {number}: {count} statements added.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>Revision {revision}: {count} keep every rule.</source>
        <translation>Revision {revision}: {count} keep every rule.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>Revisions</source>
        <translation>Revisions</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_change.py</extracomment>
        <source>Revoke it for good</source>
        <translation>Revoke it for good</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_change.py</extracomment>
        <source>Revoke the key of {holder}?</source>
        <translation>Revoke the key of {holder}?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_ring.py</extracomment>
        <source>Revoke…</source>
        <translation>Revoke…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>Risk</source>
        <translation>Risk</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/knowledge_risk.py</extracomment>
        <source>Risk of a person: attrition × position, 1 to 25 ({source}).</source>
        <translation>Risk of a person: attrition × position, 1 to 25 ({source}).</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Risks</source>
        <translation>Risks</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_returned.py</extracomment>
        <source>Row</source>
        <translation>Row</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/grid_cells.py</extracomment>
        <source>Row {number} of what was pasted</source>
        <translation>Row {number} of what was pasted</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/grid.py</extracomment>
        <source>Rows</source>
        <translation>Rows</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/rules_rows.py</extracomment>
        <source>Rule</source>
        <translation>Rule</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Rules of &amp;impact…</source>
        <translation>Rules of &amp;impact…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules.py</extracomment>
        <source>Rules of impact</source>
        <translation>Rules of impact</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_bar.py</extracomment>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/update_preview.py</extracomment>
        <source>Run again</source>
        <translation>Run again</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Run the text</source>
        <translation>Run the text</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_bar.py</extracomment>
        <source>Run this text (Ctrl+Enter)</source>
        <translation>Run this text (Ctrl+Enter)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/update_preview.py</extracomment>
        <source>Running the update on a copy…</source>
        <translation>Running the update on a copy…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/timeline_picture.py</extracomment>
        <source>Runs</source>
        <translation>Runs</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>S&amp;maller text</source>
        <translation>S&amp;maller text</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>SPARQL</source>
        <translation>SPARQL</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/answer_export.py</extracomment>
        <source>SPARQL JSON</source>
        <translation>SPARQL JSON</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/answer_export.py</extracomment>
        <source>SPARQL XML</source>
        <translation>SPARQL XML</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql.py</extracomment>
        <source>SPARQL: {name}</source>
        <translation>SPARQL: {name}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picture.py</extracomment>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG drawing (*.svg)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picture.py</extracomment>
        <source>SVG, to work on</source>
        <translation>SVG, to work on</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules.py</extracomment>
        <source>Sa&amp;ve…</source>
        <translation>Sa&amp;ve…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_run.py</extracomment>
        <source>Said once, for every judgement until you end the run.</source>
        <translation>Said once, for every judgement until you end the run.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>Sampling</source>
        <translation>Sampling</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_run.py</extracomment>
        <source>Save &amp;each judgement at once, as a revision of its own</source>
        <translation>Save &amp;each judgement at once, as a revision of its own</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reason.py</extracomment>
        <source>Save (Ctrl+Enter)</source>
        <translation>Save (Ctrl+Enter)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_frame.py</extracomment>
        <source>Save (Ctrl+S)</source>
        <translation>Save (Ctrl+S)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/attachments.py</extracomment>
        <source>Save a copy</source>
        <translation>Save a copy</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/questions.py</extracomment>
        <source>Save a copy…</source>
        <translation>Save a copy…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_saving.py</extracomment>
        <source>Save as question</source>
        <translation>Save as question</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_bar.py</extracomment>
        <source>Save as question…</source>
        <translation>Save as question…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/attachments.py</extracomment>
        <source>Save as…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_ring.py</extracomment>
        <source>Save my key card</source>
        <translation>Save my key card</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/exchange_place.py</extracomment>
        <source>Save my key card…</source>
        <translation>Save my key card…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/control.py</extracomment>
        <source>Save report…</source>
        <translation>Save report…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/answer_export.py</extracomment>
        <source>Save the answer</source>
        <translation>Save the answer</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_saving.py</extracomment>
        <source>Save the question…</source>
        <translation>Save the question…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/reports.py</extracomment>
        <source>Save the report</source>
        <translation>Save the report</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_ring.py</extracomment>
        <source>Save the revocation for your partners</source>
        <translation>Save the revocation for your partners</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules.py</extracomment>
        <source>Save the rule “{name}”</source>
        <translation>Save the rule “{name}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_saved.py</extracomment>
        <source>Save this view</source>
        <translation>Save this view</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_bar.py</extracomment>
        <source>Save {count} as one revision</source>
        <translation>Save {count} as one revision</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/grid.py</extracomment>
        <source>Save {count} cells of “{name}” as one revision</source>
        <translation>Save {count} cells of “{name}” as one revision</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/grid.py</extracomment>
        <source>Save {count} cells…</source>
        <translation>Save {count} cells…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/finding_detail.py</extracomment>
        <source>Saved as revision {number}.</source>
        <translation>Saved as revision {number}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/reviewing.py</extracomment>
        <source>Saved as revision {number}: {summary}</source>
        <translation>Saved as revision {number}: {summary}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_saved.py</extracomment>
        <source>Saved as “{name}”</source>
        <translation>Saved as “{name}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_saved.py</extracomment>
        <source>Saved views</source>
        <translation>Saved views</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/attachments.py</extracomment>
        <source>Saved {path}</source>
        <translation>Saved {path}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_frame.py</extracomment>
        <source>Save…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_said.py</extracomment>
        <source>Saving it puts the verdicts of {count} in doubt</source>
        <translation>Saving it puts the verdicts of {count} in doubt</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form.py</extracomment>
        <source>Saving…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>Say first what to copy</source>
        <translation>Say first what to copy</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_confirm.py</extracomment>
        <source>Say how you compared it: it is kept with the key.</source>
        <translation>Say how you compared it: it is kept with the key.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/triage_form.py</extracomment>
        <source>Say in a sentence why it is recorded: it stays in the history.</source>
        <translation>Say in a sentence why it is recorded: it stays in the history.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/point_form.py</extracomment>
        <source>Say something about a thing</source>
        <translation>Say something about a thing</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/exchange_place.py</extracomment>
        <source>Say something…</source>
        <translation>Say something…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>Say what is to be studied.</source>
        <translation>Say what is to be studied.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>Say what the risk is, and on what the scores rest.</source>
        <translation>Say what the risk is, and on what the scores rest.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_why.py</extracomment>
        <source>Say which statements of this row follow, by which rule, and from what</source>
        <translation>Say which statements of this row follow, by which rule, and from what</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/verdict_box.py</extracomment>
        <source>Say why it still holds, then confirm again.</source>
        <translation>Say why it still holds, then confirm again.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>Say why the rule does not apply here.</source>
        <translation>Say why the rule does not apply here.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_run.py</extracomment>
        <source>Say why you record them now.</source>
        <translation>Say why you record them now.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>Say why you refuse: the sender reads it.</source>
        <translation>Say why you refuse: the sender reads it.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_change.py</extracomment>
        <source>Say why: it is kept with the key.</source>
        <translation>Say why: it is kept with the key.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>Say why: it stays in the history.</source>
        <translation>Say why: it stays in the history.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>Say yes above first, or change what is written</source>
        <translation>Say yes above first, or change what is written</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_new.py</extracomment>
        <source>Say your name and your organization: partners read them.</source>
        <translation>Say your name and your organization: partners read them.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/help.py</extracomment>
        <source>Search in help</source>
        <translation>Search in help</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/keys.py</extracomment>
        <source>Search keys and what they do</source>
        <translation>Search keys and what they do</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/search_list.py</extracomment>
        <source>Search results</source>
        <translation>Search results</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>Search things on the server</source>
        <translation>Search things on the server</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/search.py</extracomment>
        <source>Search things, questions, commands…</source>
        <translation>Search things, questions, commands…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/page_sections.py</extracomment>
        <source>Sections of the page</source>
        <translation>Sections of the page</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/tour.py</extracomment>
        <source>See the MOI of both sites</source>
        <translation>See the MOI of both sites</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/tour.py</extracomment>
        <source>See what the check found</source>
        <translation>See what the check found</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Seen (times)</source>
        <translation>Seen (times)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_form.py</extracomment>
        <source>Sen&amp;tence</source>
        <translation>Sen&amp;tence</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_meeting.py</extracomment>
        <source>Send as workbook…</source>
        <translation>Send as workbook…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/workbooks.py</extracomment>
        <source>Send the list as a workbook</source>
        <translation>Send the list as a workbook</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_ring.py</extracomment>
        <source>Send your key card to your partner, take in theirs, and compare the fingerprints by phone.</source>
        <translation>Send your key card to your partner, take in theirs, and compare the fingerprints by phone.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>Sending</source>
        <translation>Sending</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_choose.py</extracomment>
        <source>Sending site</source>
        <translation>Sending site</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/exchange_place.py</extracomment>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>Sent now: {count}.</source>
        <translation>Sent now: {count}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picture.py</extracomment>
        <source>Sent to the printer</source>
        <translation>Sent to the printer</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_returned.py</extracomment>
        <source>Sent with revision {number}. {rows} rows differ, {conflicts} were changed on both sides, {same} say the same.</source>
        <translation>Sent with revision {number}. {rows} rows differ, {conflicts} were changed on both sides, {same} say the same.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>Sent {day}</source>
        <translation>Sent {day}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>Sent {sent} · answered {day}</source>
        <translation>Sent {sent} · answered {day}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publish_form.py</extracomment>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/server_strip.py</extracomment>
        <source>Server: {name}, read-only, as of {when}. A thing stays as it was when it was first read. Editing, history, findings, attachments, import and export need a project file.</source>
        <translation>Server: {name}, read-only, as of {when}. A thing stays as it was when it was first read. Editing, history, findings, attachments, import and export need a project file.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>Set severity, occurrence and detection: nobody does it for you.</source>
        <translation>Set severity, occurrence and detection: nobody does it for you.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>Setting</source>
        <translation>Setting</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_figures.py</extracomment>
        <source>Settings and ranges at the sites</source>
        <translation>Settings and ranges at the sites</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Settings at sites</source>
        <translation>Settings at sites</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/grid.py</extracomment>
        <source>Several texts stand here: edit them on the page of the thing.</source>
        <translation>Several texts stand here: edit them on the page of the thing.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>Severity</source>
        <translation>Severity</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>Severity not recorded</source>
        <translation>Severity not recorded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>Severity {word}</source>
        <translation>Severity {word}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>Severity, 1 to 10</source>
        <translation>Severity, 1 to 10</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_returned.py</extracomment>
        <source>Sheet</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_saving.py</extracomment>
        <source>Short &amp;name</source>
        <translation>Short &amp;name</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Shortage</source>
        <translation>Shortage</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_side.py</extracomment>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/knowledge_risk.py</extracomment>
        <source>Show &amp;personal figures</source>
        <translation>Show &amp;personal figures</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>Show all</source>
        <translation>Show all</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Show everything</source>
        <translation>Show everything</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_commands.py</extracomment>
        <source>Show everything (fit)</source>
        <translation>Show everything (fit)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_notes.py</extracomment>
        <source>Show hidden</source>
        <translation>Show hidden</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Show in graph</source>
        <translation>Show in graph</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/tour.py</extracomment>
        <source>Show me where</source>
        <translation>Show me where</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph.py</extracomment>
        <source>Show more</source>
        <translation>Show more</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Show on the map</source>
        <translation>Show on the map</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/graph_work.py</extracomment>
        <source>Show only these</source>
        <translation>Show only these</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_meeting.py</extracomment>
        <source>Show or hide what narrows and sends the list</source>
        <translation>Show or hide what narrows and sends the list</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/why.py</extracomment>
        <source>Show or hide why this follows</source>
        <translation>Show or hide why this follows</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/questions.py</extracomment>
        <source>Show the SPARQL</source>
        <translation>Show the SPARQL</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspect_form.py</extracomment>
        <source>Show the copy</source>
        <translation>Show the copy</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/finding_counts.py</extracomment>
        <source>Show the findings (F8)</source>
        <translation>Show the findings (F8)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>Show the findings about other things, too</source>
        <translation>Show the findings about other things, too</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_view.py</extracomment>
        <source>Show the things of the answer as a graph</source>
        <translation>Show the things of the answer as a graph</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_bar.py</extracomment>
        <source>Show the whole graph (0)</source>
        <translation>Show the whole graph (0)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Show the whole process (0)</source>
        <translation>Show the whole process (0)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspect_form.py</extracomment>
        <source>Show this project in an inspection</source>
        <translation>Show this project in an inspection</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph.py</extracomment>
        <source>Show ways</source>
        <translation>Show ways</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/page_follows.py</extracomment>
        <source>Show what follows from the statements by the ontology</source>
        <translation>Show what follows from the statements by the ontology</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/graph_work.py</extracomment>
        <source>Show what is hidden</source>
        <translation>Show what is hidden</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>Show what is undecided</source>
        <translation>Show what is undecided</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_form.py</extracomment>
        <source>Show what it touches</source>
        <translation>Show what it touches</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/timeline.py</extracomment>
        <source>Show when people leave, if you may see it</source>
        <translation>Show when people leave, if you may see it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Show {count} in one graph</source>
        <translation>Show {count} in one graph</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_head.py</extracomment>
        <source>Show {what}</source>
        <translation>Show {what}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>Showing all {shown}</source>
        <translation>Showing all {shown}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_meeting.py</extracomment>
        <source>Showing {shown} of {all} lines.</source>
        <translation>Showing {shown} of {all} lines.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_strip.py</extracomment>
        <source>Showing {shown} of {all} problems; all are underlined.</source>
        <translation>Showing {shown} of {all} problems; all are underlined.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/action_list.py</extracomment>
        <source>Showing {shown} of {all}. {open} open, {late} overdue on {day}.</source>
        <translation>Showing {shown} of {all}. {open} open, {late} overdue on {day}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reasoning.py</extracomment>
        <source>Showing {shown} of {count}. The command “kgapp reason --json” lists all.</source>
        <translation>Showing {shown} of {count}. The command “kgapp reason --json” lists all.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/why.py</extracomment>
        <source>Showing {shown} of {count}. The command “kgapp why” lists all.</source>
        <translation>Showing {shown} of {count}. The command “kgapp why” lists all.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_notes.py</extracomment>
        <source>Showing {shown} of {total}</source>
        <translation>Showing {shown} of {total}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/grid.py</extracomment>
        <source>Showing {shown} of {total} rows</source>
        <translation>Showing {shown} of {total} rows</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>Showing {shown}; scroll down for older ones</source>
        <translation>Showing {shown}; scroll down for older ones</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>Si&amp;gn in</source>
        <translation>Si&amp;gn in</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>Sign</source>
        <translation>Sign</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/make_bundle.py</extracomment>
        <source>Signing and writing the bundle…</source>
        <translation>Signing and writing the bundle…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_form.py</extracomment>
        <source>Silent for</source>
        <translation>Silent for</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>Since opening</source>
        <translation>Since opening</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/findings.py</extracomment>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/batches.py</extracomment>
        <source>Site process</source>
        <translation>Site process</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/batches.py</extracomment>
        <source>Site process to compare with</source>
        <translation>Site process to compare with</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/process_tree.py</extracomment>
        <source>Sites</source>
        <translation>Sites</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/tour.py</extracomment>
        <source>Skip this step</source>
        <translation>Skip this step</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_bar.py</extracomment>
        <source>Smaller cells</source>
        <translation>Smaller cells</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form.py</extracomment>
        <source>Somebody changed this meanwhile. Choose beside each field which value stays.</source>
        <translation>Somebody changed this meanwhile. Choose beside each field which value stays.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_row.py</extracomment>
        <source>Somebody changed this meanwhile. Now recorded: {value}</source>
        <translation>Somebody changed this meanwhile. Now recorded: {value}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Somebody leaves</source>
        <translation>Somebody leaves</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Something waits, or runs, for another time.</source>
        <translation>Something waits, or runs, for another time.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_list.py</extracomment>
        <source>Sort by this; a third time: by severity, then reach</source>
        <translation>Sort by this; a third time: by severity, then reach</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_commands.py</extracomment>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Specifications</source>
        <translation>Specifications</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>Stands</source>
        <translation>Stands</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/compare_rows.py</extracomment>
        <source>Stands differently</source>
        <translation>Stands differently</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/start.py</extracomment>
        <source>Start from a bundle…</source>
        <translation>Start from a bundle…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_run.py</extracomment>
        <source>Start judging</source>
        <translation>Start judging</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reasoning.py</extracomment>
        <source>Start reasoning</source>
        <translation>Start reasoning</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_bar.py</extracomment>
        <source>Start the meeting</source>
        <translation>Start the meeting</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/bundle_start.py</extracomment>
        <source>Starting a project from {file}…</source>
        <translation>Starting a project from {file}…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/follow_rows.py</extracomment>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publish_form.py</extracomment>
        <source>State of the project</source>
        <translation>State of the project</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/history.py</extracomment>
        <source>Statements</source>
        <translation>Statements</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/gap_rows.py</extracomment>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/make_bundle.py</extracomment>
        <source>Stays, because it means nothing without what stays: {thing}</source>
        <translation>Stays, because it means nothing without what stays: {thing}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/tour.py</extracomment>
        <source>Step {number} of {total}</source>
        <translation>Step {number} of {total}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/process_tree.py</extracomment>
        <source>Step, site, factor</source>
        <translation>Step, site, factor</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/map_state.py</extracomment>
        <source>Steps</source>
        <translation>Steps</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>Steps &amp;around</source>
        <translation>Steps &amp;around</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>Steps around</source>
        <translation>Steps around</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/workbook_import.py</extracomment>
        <source>Steps of a batch record</source>
        <translation>Steps of a batch record</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/top_bar.py</extracomment>
        <source>Steps to redo</source>
        <translation>Steps to redo</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/top_bar.py</extracomment>
        <source>Steps to undo</source>
        <translation>Steps to undo</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Steps with their factors, equipment and materials</source>
        <translation>Steps with their factors, equipment and materials</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/explorer.py</extracomment>
        <source>Steps, sites and know-how will stand here. Add a thing, or import a file: kgapp import PROJECT FILE.</source>
        <translation>Steps, sites and know-how will stand here. Add a thing, or import a file: kgapp import PROJECT FILE.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/gap_rows.py</extracomment>
        <source>Still to decide: {what}.</source>
        <translation>Still to decide: {what}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/answer_export.py</extracomment>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/graph_work.py</extracomment>
        <source>Stop here</source>
        <translation>Stop here</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_commands.py</extracomment>
        <source>Stop here: do not expand</source>
        <translation>Stop here: do not expand</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Stop what runs</source>
        <translation>Stop what runs</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_bar.py</extracomment>
        <source>Stop what runs (Esc)</source>
        <translation>Stop what runs (Esc)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_view.py</extracomment>
        <source>Stopped</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>Stopped: the server was not asked to the end.</source>
        <translation>Stopped: the server was not asked to the end.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>Stopping…</source>
        <translation>Stopping…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/follow_rows.py</extracomment>
        <source>Stored category</source>
        <translation>Stored category</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_form.py</extracomment>
        <source>Strength</source>
        <translation>Strength</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/timeline_picture.py</extracomment>
        <source>Studies</source>
        <translation>Studies</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_run.py</extracomment>
        <source>Such as: rated in the cause and effect meeting of the transfer team</source>
        <translation>Such as: rated in the cause and effect meeting of the transfer team</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_cell.py</extracomment>
        <source>Suggested by the risk “{name}”</source>
        <translation>Suggested by the risk “{name}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/matrix.py</extracomment>
        <source>Suggested, not assessed: {what} name both ({names})</source>
        <translation>Suggested, not assessed: {what} name both ({names})</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Suppliers</source>
        <translation>Suppliers</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/follow_rows.py</extracomment>
        <source>Supply</source>
        <translation>Supply</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/rules_rows.py</extracomment>
        <source>Support: what loses somebody or something</source>
        <translation>Support: what loses somebody or something</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules.py</extracomment>
        <source>Switch o&amp;ff…</source>
        <translation>Switch o&amp;ff…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules.py</extracomment>
        <source>Switch o&amp;n…</source>
        <translation>Switch o&amp;n…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules.py</extracomment>
        <source>Switch off the rule “{name}”: the reason stands in every report</source>
        <translation>Switch off the rule “{name}”: the reason stands in every report</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules.py</extracomment>
        <source>Switch on the rule “{name}”</source>
        <translation>Switch on the rule “{name}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_said.py</extracomment>
        <source>Switched off in this project: {reason}</source>
        <translation>Switched off in this project: {reason}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_form.py</extracomment>
        <source>T&amp;o</source>
        <translation>T&amp;o</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/answer_export.py</extracomment>
        <source>TSV with types (SPARQL 1.1)</source>
        <translation>TSV with types (SPARQL 1.1)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_popup.py</extracomment>
        <source>Tab accepts</source>
        <translation>Tab accepts</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_popup.py</extracomment>
        <source>Tab accepts and adds the prefix</source>
        <translation>Tab accepts and adds the prefix</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_view.py</extracomment>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/tabs.py</extracomment>
        <source>Tabs</source>
        <translation>Tabs</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules.py</extracomment>
        <source>Take &amp;out…</source>
        <translation>Take &amp;out…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bookmarks.py</extracomment>
        <source>Take away</source>
        <translation>Take away</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/attachments.py</extracomment>
        <source>Take away…</source>
        <translation>Take away…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Take back into use…</source>
        <translation>Take back into use…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>Take back revision {number}: {summary}</source>
        <translation>Take back revision {number}: {summary}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_ring.py</extracomment>
        <source>Take in a key card</source>
        <translation>Take in a key card</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/make_bundle.py</extracomment>
        <source>Take in a key card of your partner first: Exchange ▸ Take in a key card…</source>
        <translation>Take in a key card of your partner first: Exchange ▸ Take in a key card…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/exchange_place.py</extracomment>
        <source>Take in a key card…</source>
        <translation>Take in a key card…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_meeting.py</extracomment>
        <source>Take in an answer…</source>
        <translation>Take in an answer…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/tour.py</extracomment>
        <source>Take it back, and see who did what</source>
        <translation>Take it back, and see who did what</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>Take out</source>
        <translation>Take out</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules.py</extracomment>
        <source>Take out the rule “{name}”</source>
        <translation>Take out the rule “{name}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/graph_work.py</extracomment>
        <source>Take out what is gone</source>
        <translation>Take out what is gone</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/batches.py</extracomment>
        <source>Take over</source>
        <translation>Take over</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/batches.py</extracomment>
        <source>Take over results of {file}</source>
        <translation>Take over results of {file}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/workbook_import.py</extracomment>
        <source>Take over {count} differences of {file}</source>
        <translation>Take over {count} differences of {file}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/workbook_import.py</extracomment>
        <source>Take over {count} differences…</source>
        <translation>Take over {count} differences…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/batches.py</extracomment>
        <source>Take over {count} results…</source>
        <translation>Take over {count} results…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity_head.py</extracomment>
        <source>Take the bookmark away (Ctrl+D)</source>
        <translation>Take the bookmark away (Ctrl+D)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/work_filters.py</extracomment>
        <source>Take the filter “{name}” away</source>
        <translation>Take the filter “{name}” away</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Take the impact away</source>
        <translation>Take the impact away</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Take the last reason</source>
        <translation>Take the last reason</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/start.py</extracomment>
        <source>Take the tour</source>
        <translation>Take the tour</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_row.py</extracomment>
        <source>Take theirs</source>
        <translation>Take theirs</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_notes.py</extracomment>
        <source>Take them out</source>
        <translation>Take them out</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>Take this back…</source>
        <translation>Take this back…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Take what is offered and declare its prefix</source>
        <translation>Take what is offered and declare its prefix</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/attachments.py</extracomment>
        <source>Take {name} away</source>
        <translation>Take {name} away</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/entity_commands.py</extracomment>
        <source>Take “{name}” back into use</source>
        <translation>Take “{name}” back into use</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>Taken back</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_form.py</extracomment>
        <source>Takes</source>
        <translation>Takes</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>Takes the place of</source>
        <translation>Takes the place of</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/rules_rows.py</extracomment>
        <source>Takes → hands on</source>
        <translation>Takes → hands on</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>Taking back {count} statements…</source>
        <translation>Taking back {count} statements…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Tell what stands at the cursor</source>
        <translation>Tell what stands at the cursor</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>Test connection</source>
        <translation>Test connection</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_history.py</extracomment>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/attachments.py</extracomment>
        <source>Text of the file</source>
        <translation>Text of the file</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/preferences.py</extracomment>
        <source>Text size</source>
        <translation>Text size</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_history.py</extracomment>
        <source>Texts of closed tabs</source>
        <translation>Texts of closed tabs</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>That cannot be done with what is chosen.</source>
        <translation>That cannot be done with what is chosen.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publish_form.py</extracomment>
        <source>That is what is marked personal, and figures on people. Without the tick it stays here.</source>
        <translation>That is what is marked personal, and figures on people. Without the tick it stays here.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/tour.py</extracomment>
        <source>That was the tour</source>
        <translation>That was the tour</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/gap_rows.py</extracomment>
        <source>The attributes it bears on are of severity “{word}”.</source>
        <translation>The attributes it bears on are of severity “{word}”.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/new_project.py</extracomment>
        <source>The base address begins with https:// and ends with / or #.</source>
        <translation>The base address begins with https:// and ends with / or #.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/explorer.py</extracomment>
        <source>The best {shown} of more than {total}: add a word</source>
        <translation>The best {shown} of more than {total}: add a word</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/search_results.py</extracomment>
        <source>The best {shown} of more than {total}: add a word to narrow it down</source>
        <translation>The best {shown} of more than {total}: add a word to narrow it down</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/explorer.py</extracomment>
        <source>The best {shown} of {total}: add a word</source>
        <translation>The best {shown} of {total}: add a word</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/slots.py</extracomment>
        <source>The bookmark was taken away.</source>
        <translation>The bookmark was taken away.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/make_bundle.py</extracomment>
        <source>The bundle is made</source>
        <translation>The bundle is made</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/make_bundle.py</extracomment>
        <source>The bundle is signed with your key: its password is needed.</source>
        <translation>The bundle is signed with your key: its password is needed.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>The change and its assessment are recorded. Every item then waits for a verdict of the functions asked.</source>
        <translation>The change and its assessment are recorded. Every item then waits for a verdict of the functions asked.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_form.py</extracomment>
        <source>The chosen rule</source>
        <translation>The chosen rule</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/guide.py</extracomment>
        <source>The command line</source>
        <translation>The command line</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_meeting.py</extracomment>
        <source>The comparison of the two processes shows no difference, and no gap is recorded.</source>
        <translation>The comparison of the two processes shows no difference, and no gap is recorded.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/answer_export.py</extracomment>
        <source>The file is true of revision {revision}.</source>
        <translation>The file is true of revision {revision}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/previews.py</extracomment>
        <source>The first 64 KB of {size} bytes</source>
        <translation>The first 64 KB of {size} bytes</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/attachments.py</extracomment>
        <source>The first {count} files were taken.</source>
        <translation>The first {count} files were taken.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>The first {count} lines; the change has {total} statements</source>
        <translation>The first {count} lines; the change has {total} statements</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_view.py</extracomment>
        <source>The first {count} rows of more</source>
        <translation>The first {count} rows of more</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_view.py</extracomment>
        <source>The first {count} rows of more: kgapp stops at {limit}</source>
        <translation>The first {count} rows of more: kgapp stops at {limit}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspector.py</extracomment>
        <source>The first {count} were counted.</source>
        <translation>The first {count} were counted.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_view.py</extracomment>
        <source>The graph holds nothing that fits. That is not a proof that there is nothing.</source>
        <translation>The graph holds nothing that fits. That is not a proof that there is nothing.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>The graph holds {count} already; {foreign} of them are not among what is sent now. Nothing is written beside them: name another graph, or have all {count} removed first. Until it is written whole the graph is incomplete.</source>
        <translation>The graph holds {count} already; {foreign} of them are not among what is sent now. Nothing is written beside them: name another graph, or have all {count} removed first. Until it is written whole the graph is incomplete.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>The graph holds {count} of these already, and nothing else.</source>
        <translation>The graph holds {count} of these already, and nothing else.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>The graph is empty, or not there yet.</source>
        <translation>The graph is empty, or not there yet.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_view.py</extracomment>
        <source>The graph of an answer needs a project file.</source>
        <translation>The graph of an answer needs a project file.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/make_bundle.py</extracomment>
        <source>The graph {graph} stays whole: {count} statements.</source>
        <translation>The graph {graph} stays whole: {count} statements.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/grid_cells.py</extracomment>
        <source>The grid ends before it: nothing was put there.</source>
        <translation>The grid ends before it: nothing was put there.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/preferences.py</extracomment>
        <source>The language changes when kgapp is started again.</source>
        <translation>The language changes when kgapp is started again.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>The last check stopped: {why}</source>
        <translation>The last check stopped: {why}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_meeting.py</extracomment>
        <source>The list was not read</source>
        <translation>The list was not read</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/relate.py</extracomment>
        <source>The model has no relation between “{one}” and “{other}”.</source>
        <translation>The model has no relation between “{one}” and “{other}”.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>The new revision at the top of the list did it; it can be taken back too.</source>
        <translation>The new revision at the top of the list did it; it can be taken back too.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>The newest edit brought about nothing that is found here.</source>
        <translation>The newest edit brought about nothing that is found here.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/merge.py</extracomment>
        <source>The one that goes</source>
        <translation>The one that goes</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/merge.py</extracomment>
        <source>The other one is retired and names what replaces it.</source>
        <translation>The other one is retired and names what replaces it.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_new.py</extracomment>
        <source>The password has at least {count} characters.</source>
        <translation>The password has at least {count} characters.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>The password or token goes into the keyring of this system, never into a file.</source>
        <translation>The password or token goes into the keyring of this system, never into a file.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/export.py</extracomment>
        <source>The picture would be {width} × {height} pixels; more than {most} million are not made.</source>
        <translation>The picture would be {width} × {height} pixels; more than {most} million are not made.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_change.py</extracomment>
        <source>The present key signs the new one: its password is needed.</source>
        <translation>The present key signs the new one: its password is needed.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_tabs.py</extracomment>
        <source>The process map with only these paths lit</source>
        <translation>The process map with only these paths lit</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publish_form.py</extracomment>
        <source>The project as it is now</source>
        <translation>The project as it is now</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reasoning.py</extracomment>
        <source>The project contradicts the ontology.</source>
        <translation>The project contradicts the ontology.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copying.py</extracomment>
        <source>The project has all of it</source>
        <translation>The project has all of it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copying.py</extracomment>
        <source>The project has all of it.</source>
        <translation>The project has all of it.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reasoning.py</extracomment>
        <source>The project has changed since.</source>
        <translation>The project has changed since.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/page_follows.py</extracomment>
        <source>The project has changed: show again what follows</source>
        <translation>The project has changed: show again what follows</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_view.py</extracomment>
        <source>The project knows no thing of this answer: there is nothing to draw.</source>
        <translation>The project knows no thing of this answer: there is nothing to draw.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copying.py</extracomment>
        <source>The project was changed since it was compared: compare again.</source>
        <translation>The project was changed since it was compared: compare again.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/questions.py</extracomment>
        <source>The query in SPARQL</source>
        <translation>The query in SPARQL</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/questions.py</extracomment>
        <source>The query in the SPARQL editor; nothing is run</source>
        <translation>The query in the SPARQL editor; nothing is run</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/profile_form.py</extracomment>
        <source>The recipient reads its name and all that you choose here. Look at what would go before you send: texts are not searched.</source>
        <translation>The recipient reads its name and all that you choose here. Look at what would go before you send: texts are not searched.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/crash.py</extracomment>
        <source>The report</source>
        <translation>The report</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>The report is made anew without the rule. That, and the reason, stand on the first page of the report.</source>
        <translation>The report is made anew without the rule. That, and the reason, stand on the first page of the report.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/crash.py</extracomment>
        <source>The report says where in the program it happened. It holds nothing of your project and no names.</source>
        <translation>The report says where in the program it happened. It holds nothing of your project and no names.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/why.py</extracomment>
        <source>The row rests on {follow} that nobody stated, and on {stated} that are stated.</source>
        <translation>The row rests on {follow} that nobody stated, and on {stated} that are stated.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/grid.py</extracomment>
        <source>The rows changed before this could be pasted: paste it again.</source>
        <translation>The rows changed before this could be pasted: paste it again.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules.py</extracomment>
        <source>The rule “{name}” is not saved.</source>
        <translation>The rule “{name}” is not saved.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>The same as a tree, for the keyboard and for screen readers (Ctrl+T)</source>
        <translation>The same as a tree, for the keyboard and for screen readers (Ctrl+T)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_saved.py</extracomment>
        <source>The saved view was deleted</source>
        <translation>The saved view was deleted</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/update_preview.py</extracomment>
        <source>The sentences tell {told} of {count} statements.</source>
        <translation>The sentences tell {told} of {count} statements.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/servers.py</extracomment>
        <source>The server was not opened.</source>
        <translation>The server was not opened.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/triage_form.py</extracomment>
        <source>The site of the batch is not recorded: enter it on the batch first.</source>
        <translation>The site of the batch is not recorded: enter it on the batch first.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>The site that the others are compared with</source>
        <translation>The site that the others are compared with</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/attachments.py</extracomment>
        <source>The system has no program for this file. Save it instead.</source>
        <translation>The system has no program for this file. Save it instead.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/bundles.py</extracomment>
        <source>The system has no program to show a page.</source>
        <translation>The system has no program to show a page.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_paste.py</extracomment>
        <source>The table has attributes down and parameters across.</source>
        <translation>The table has attributes down and parameters across.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_paste.py</extracomment>
        <source>The table, as copied from a spreadsheet</source>
        <translation>The table, as copied from a spreadsheet</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_history.py</extracomment>
        <source>The text of the chosen run</source>
        <translation>The text of the chosen run</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/tour.py</extracomment>
        <source>The tour is made for the demo. It works in your own copy, and changes nothing by itself.</source>
        <translation>The tour is made for the demo. It works in your own copy, and changes nothing by itself.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/merge.py</extracomment>
        <source>The two are of different kinds: look twice.</source>
        <translation>The two are of different kinds: look twice.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_new.py</extracomment>
        <source>The two passwords differ.</source>
        <translation>The two passwords differ.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>The verdict is signed with its reason and owns this action.</source>
        <translation>The verdict is signed with its reason and owns this action.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules.py</extracomment>
        <source>The verdicts of {count} become suspect: {names}</source>
        <translation>The verdicts of {count} become suspect: {names}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_wanted.py</extracomment>
        <source>The whole graph {name}: {count} statements there</source>
        <translation>The whole graph {name}: {count} statements there</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>The whole process: how much there is in each step</source>
        <translation>The whole process: how much there is in each step</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspect_form.py</extracomment>
        <source>The window shows a copy that nobody can change. Not in it: notes, personal figures, what is marked internal or personal, know-how without a mark, assessments with their verdicts, and the history.</source>
        <translation>The window shows a copy that nobody can change. Not in it: notes, personal figures, what is marked internal or personal, know-how without a mark, assessments with their verdicts, and the history.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/bundle_rows.py</extracomment>
        <source>Their comment</source>
        <translation>Their comment</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/bundle_rows.py</extracomment>
        <source>Theirs</source>
        <translation>Theirs</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_popup.py</extracomment>
        <source>There are more: type on.</source>
        <translation>There are more: type on.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picker.py</extracomment>
        <source>There are more: type to narrow them down.</source>
        <translation>There are more: type to narrow them down.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_choose.py</extracomment>
        <source>There are no two site processes to compare.</source>
        <translation>There are no two site processes to compare.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/target.py</extracomment>
        <source>There is a file “{name}” already. Replace it?</source>
        <translation>There is a file “{name}” already. Replace it?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/new_project.py</extracomment>
        <source>There is a project of this name already: {path}</source>
        <translation>There is a project of this name already: {path}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_compare.py</extracomment>
        <source>There is no earlier answer of this text to compare with.</source>
        <translation>There is no earlier answer of this text to compare with.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_comparing.py</extracomment>
        <source>There is nothing to compare it with.</source>
        <translation>There is nothing to compare it with.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/profile_form.py</extracomment>
        <source>These graphs, too</source>
        <translation>These graphs, too</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reasoning.py</extracomment>
        <source>These statements contradict each other</source>
        <translation>These statements contradict each other</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_choose.py</extracomment>
        <source>These two are not derived from one general process, so they do not compare.</source>
        <translation>These two are not derived from one general process, so they do not compare.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/merge.py</extracomment>
        <source>They disagree below: choose what stays.</source>
        <translation>They disagree below: choose what stays.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/matrix.py</extracomment>
        <source>They do not agree</source>
        <translation>They do not agree</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_returned.py</extracomment>
        <source>They say</source>
        <translation>They say</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/exchange_place.py</extracomment>
        <source>They: {comment}</source>
        <translation>They: {comment}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/bundle_rows.py</extracomment>
        <source>Thing</source>
        <translation>Thing</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/search_results.py</extracomment>
        <source>Things</source>
        <translation>Things</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>Things b&amp;y name</source>
        <translation>Things b&amp;y name</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>Things found on the server</source>
        <translation>Things found on the server</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/grid.py</extracomment>
        <source>Things of this class have no such property.</source>
        <translation>Things of this class have no such property.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reasoning.py</extracomment>
        <source>Things that are of a kind nobody stated</source>
        <translation>Things that are of a kind nobody stated</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/verdict_box.py</extracomment>
        <source>This assessment is closed: nothing in it is altered.</source>
        <translation>This assessment is closed: nothing in it is altered.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/bundles.py</extracomment>
        <source>This bundle is encrypted to you. The password of your key:</source>
        <translation>This bundle is encrypted to you. The password of your key:</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_said.py</extracomment>
        <source>This cannot be a rule yet</source>
        <translation>This cannot be a rule yet</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copying.py</extracomment>
        <source>This copy adds {count} about {things}</source>
        <translation>This copy adds {count} about {things}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/why.py</extracomment>
        <source>This does not hold, or no longer</source>
        <translation>This does not hold, or no longer</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/attachments.py</extracomment>
        <source>This file is attached already.</source>
        <translation>This file is attached already.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/why.py</extracomment>
        <source>This follows by a rule of the ontology:</source>
        <translation>This follows by a rule of the ontology:</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/why.py</extracomment>
        <source>This follows by a rule that this project states itself:</source>
        <translation>This follows by a rule that this project states itself:</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/why.py</extracomment>
        <source>This is stated, in the graph {graphs}.</source>
        <translation>This is stated, in the graph {graphs}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/exchange.py</extracomment>
        <source>This kind of file holds one graph, the project has {count}. Which?</source>
        <translation>This kind of file holds one graph, the project has {count}. Which?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/attachments.py</extracomment>
        <source>This kind of file is not opened from here: save it.</source>
        <translation>This kind of file is not opened from here: save it.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare.py</extracomment>
        <source>This opens when each difference was looked at.</source>
        <translation>This opens when each difference was looked at.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/previews.py</extracomment>
        <source>This picture cannot be read: it is damaged or not whole.</source>
        <translation>This picture cannot be read: it is damaged or not whole.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity.py</extracomment>
        <source>This project can only be read here.</source>
        <translation>This project can only be read here.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_state.py</extracomment>
        <source>This project is open for reading only.</source>
        <translation>This project is open for reading only.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/answer_rows.py</extracomment>
        <source>This row is there only because of what follows from the statements</source>
        <translation>This row is there only because of what follows from the statements</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/answer_rows.py</extracomment>
        <source>This row is there only because of what follows from the statements. Enter says why.</source>
        <translation>This row is there only because of what follows from the statements. Enter says why.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_why.py</extracomment>
        <source>This row is there without what follows, too</source>
        <translation>This row is there without what follows, too</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picture.py</extracomment>
        <source>This system cannot print from here. Export the picture as PDF and print that.</source>
        <translation>This system cannot print from here. Export the picture as PDF and print that.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_open.py</extracomment>
        <source>This text has {count} characters; the editor takes {most}. Run it with: kgapp query PROJECT FILE</source>
        <translation>This text has {count} characters; the editor takes {most}. Run it with: kgapp query PROJECT FILE</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/update_preview.py</extracomment>
        <source>This update removes {removed} and adds {added}</source>
        <translation>This update removes {removed} and adds {added}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/update_preview.py</extracomment>
        <source>This update would change nothing</source>
        <translation>This update would change nothing</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/verdict_box.py</extracomment>
        <source>This window may only read: no verdict can be given here.</source>
        <translation>This window may only read: no verdict can be given here.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/sheets.py</extracomment>
        <source>This would be {count} pages.</source>
        <translation>This would be {count} pages.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Through the hits</source>
        <translation>Through the hits</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Through the rows</source>
        <translation>Through the rows</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/update_preview.py</extracomment>
        <source>Tick first that all of that is meant to go</source>
        <translation>Tick first that all of that is meant to go</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_side.py</extracomment>
        <source>Tick what to show, several at once.</source>
        <translation>Tick what to show, several at once.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_history.py</extracomment>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/timeline_picture.py</extracomment>
        <source>Time line</source>
        <translation>Time line</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/timeline.py</extracomment>
        <source>Time line: {name}</source>
        <translation>Time line: {name}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reasoning.py</extracomment>
        <source>Time was over before it was found why.</source>
        <translation>Time was over before it was found why.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reasoning.py</extracomment>
        <source>Time was over before the smallest set was found: some of these may not be needed.</source>
        <translation>Time was over before the smallest set was found: some of these may not be needed.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_editor.py</extracomment>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_form.py</extracomment>
        <source>To class</source>
        <translation>To class</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>To cop&amp;y</source>
        <translation>To cop&amp;y</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/gap_rows.py</extracomment>
        <source>To decide</source>
        <translation>To decide</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_saving.py</extracomment>
        <source>To leave a blank for the one who asks, write VALUES ?name {{ }} in the query and {{name}} in the sentence.</source>
        <translation>To leave a blank for the one who asks, write VALUES ?name {{ }} in the query and {{name}} in the sentence.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>To the ends of the row</source>
        <translation>To the ends of the row</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>To the nearest card</source>
        <translation>To the nearest card</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>To the next line to decide</source>
        <translation>To the next line to decide</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>To the next or the previous cell that nobody assessed</source>
        <translation>To the next or the previous cell that nobody assessed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>To the next or the previous field</source>
        <translation>To the next or the previous field</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>To the next or the previous tab</source>
        <translation>To the next or the previous tab</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>To the next row</source>
        <translation>To the next row</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>To the previous or the next thing reached, or hop of the one path</source>
        <translation>To the previous or the next thing reached, or hop of the one path</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>To the reason of the verdict</source>
        <translation>To the reason of the verdict</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/graph_links.py</extracomment>
        <source>To thing</source>
        <translation>To thing</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/compare_rows.py</extracomment>
        <source>Told by another path</source>
        <translation>Told by another path</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/make_bundle.py</extracomment>
        <source>Told from the bundle itself: {count} statements go. Look for names and texts that should stay.</source>
        <translation>Told from the bundle itself: {count} statements go. Look for names and texts that should stay.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/layout.py</extracomment>
        <source>Touched</source>
        <translation>Touched</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/tour.py</extracomment>
        <source>Tour</source>
        <translation>Tour</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/tour.py</extracomment>
        <source>Tour of the demo</source>
        <translation>Tour of the demo</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/impact.py</extracomment>
        <source>Tracing what {name} reaches…</source>
        <translation>Tracing what {name} reaches…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>Trainings</source>
        <translation>Trainings</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/departure.py</extracomment>
        <source>Trainings: {words}</source>
        <translation>Trainings: {words}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Transfer &amp;package…</source>
        <translation>Transfer &amp;package…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/package.py</extracomment>
        <source>Transfer package</source>
        <translation>Transfer package</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_head.py</extracomment>
        <source>Transfer package {there} of {all}</source>
        <translation>Transfer package {there} of {all}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/package.py</extracomment>
        <source>Transfer package: {name}</source>
        <translation>Transfer package: {name}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/transfers.py</extracomment>
        <source>Transfer project</source>
        <translation>Transfer project</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/site_rows.py</extracomment>
        <source>Transfer {sites}</source>
        <translation>Transfer {sites}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Transfers</source>
        <translation>Transfers</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Tree</source>
        <translation>Tree</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Tree or drawing</source>
        <translation>Tree or drawing</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/answer_export.py</extracomment>
        <source>TriG</source>
        <translation>TriG</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_view.py</extracomment>
        <source>True of revision {revision} ({hash}).</source>
        <translation>True of revision {revision} ({hash}).</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_view.py</extracomment>
        <source>True of what {endpoint} held then.</source>
        <translation>True of what {endpoint} held then.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/following.py</extracomment>
        <source>Try to write</source>
        <translation>Try to write</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/answer_export.py</extracomment>
        <source>Turtle</source>
        <translation>Turtle</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_compared.py</extracomment>
        <source>Two reviews side by side</source>
        <translation>Two reviews side by side</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/search.py</extracomment>
        <source>Type a name, an id or words of a text</source>
        <translation>Type a name, an id or words of a text</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/search.py</extracomment>
        <source>Type names, ids, words of texts, questions or commands</source>
        <translation>Type names, ids, words of texts, questions or commands</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_confirm.py</extracomment>
        <source>Type the fingerprint as it is read to you.</source>
        <translation>Type the fingerprint as it is read to you.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/merge.py</extracomment>
        <source>Type the name of the one that is the same, and choose it. Nothing is done yet.</source>
        <translation>Type the name of the one that is the same, and choose it. Nothing is done yet.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/relate.py</extracomment>
        <source>Type the name of the other thing above, and choose it.</source>
        <translation>Type the name of the other thing above, and choose it.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/choose_class.py</extracomment>
        <source>Type to find a kind: range, know-how, batch…</source>
        <translation>Type to find a kind: range, know-how, batch…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/workbook_import.py</extracomment>
        <source>Under which name?</source>
        <translation>Under which name?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/grid.py</extracomment>
        <source>Undo in grid</source>
        <translation>Undo in grid</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/top_bar.py</extracomment>
        <source>Undo “{step}”</source>
        <translation>Undo “{step}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/top_bar.py</extracomment>
        <source>Undo: {step}</source>
        <translation>Undo: {step}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/graph_work.py</extracomment>
        <source>Ungroup</source>
        <translation>Ungroup</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_side.py</extracomment>
        <source>Ungroup this kind</source>
        <translation>Ungroup this kind</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/graph_work.py</extracomment>
        <source>Unpin</source>
        <translation>Unpin</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/tabs.py</extracomment>
        <source>Unpin tab</source>
        <translation>Unpin tab</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_leaving.py</extracomment>
        <source>Unsaved input</source>
        <translation>Unsaved input</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bookmarks.py</extracomment>
        <source>Up</source>
        <translation>Up</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/update_preview.py</extracomment>
        <source>Update</source>
        <translation>Update</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Use &amp;one reason for all saves…</source>
        <translation>Use &amp;one reason for all saves…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/keeping.py</extracomment>
        <source>Use it for all saves</source>
        <translation>Use it for all saves</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/saving.py</extracomment>
        <source>Use this reason</source>
        <translation>Use this reason</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reason.py</extracomment>
        <source>Use this reason for &amp;all saves until I end it</source>
        <translation>Use this reason for &amp;all saves until I end it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_head.py</extracomment>
        <source>Use this rule again</source>
        <translation>Use this rule again</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>Use this server</source>
        <translation>Use this server</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity.py</extracomment>
        <source>Used by</source>
        <translation>Used by</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/facts.py</extracomment>
        <source>Used by · {link}</source>
        <translation>Used by · {link}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>User</source>
        <translation>User</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>User and password</source>
        <translation>User and password</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>User and password, by Digest (Virtuoso)</source>
        <translation>User and password, by Digest (Virtuoso)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/guide.py</extracomment>
        <source>User guide</source>
        <translation>User guide</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publish_form.py</extracomment>
        <source>Usual addresses for writing: Virtuoso /sparql or /sparql-auth, Oxigraph /update; of graph stores Virtuoso /sparql-graph-crud, Oxigraph /store.</source>
        <translation>Usual addresses for writing: Virtuoso /sparql or /sparql-auth, Oxigraph /update; of graph stores Virtuoso /sparql-graph-crud, Oxigraph /store.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_editor.py</extracomment>
        <source>Usual change</source>
        <translation>Usual change</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/facts.py</extracomment>
        <source>Value</source>
        <translation>Value</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/assessments.py</extracomment>
        <source>Verdicts</source>
        <translation>Verdicts</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/verdict_box.py</extracomment>
        <source>Verdicts are recorded once this is kept as an assessment.</source>
        <translation>Verdicts are recorded once this is kept as an assessment.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/about.py</extracomment>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>View</source>
        <translation>View</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_saved.py</extracomment>
        <source>Views cannot be saved: this window only reads.</source>
        <translation>Views cannot be saved: this window only reads.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/facts.py</extracomment>
        <source>Violation</source>
        <translation>Violation</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/findings.py</extracomment>
        <source>Violations</source>
        <translation>Violations</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/facts.py</extracomment>
        <source>Warning</source>
        <translation>Warning</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/findings.py</extracomment>
        <source>Warnings</source>
        <translation>Warnings</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>Was</source>
        <translation>Was</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_form.py</extracomment>
        <source>Way</source>
        <translation>Way</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_side.py</extracomment>
        <source>Ways between two things</source>
        <translation>Ways between two things</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_side.py</extracomment>
        <source>Ways found</source>
        <translation>Ways found</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_ways.py</extracomment>
        <source>Ways from {name} to:</source>
        <translation>Ways from {name} to:</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/exchange_place.py</extracomment>
        <source>We: {comment}</source>
        <translation>We: {comment}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/reports.py</extracomment>
        <source>Web page (*.html)</source>
        <translation>Web page (*.html)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_run.py</extracomment>
        <source>Wh&amp;y you record them now</source>
        <translation>Wh&amp;y you record them now</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/bundle_rows.py</extracomment>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>What &amp;differs between the sites?</source>
        <translation>What &amp;differs between the sites?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>What bears on it</source>
        <translation>What bears on it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_paste.py</extracomment>
        <source>What becomes of it</source>
        <translation>What becomes of it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/rules_rows.py</extracomment>
        <source>What can hold a change or detect it</source>
        <translation>What can hold a change or detect it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>What can stand here</source>
        <translation>What can stand here</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>What changed</source>
        <translation>What changed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>What changed in all; what was changed back in between is left out.</source>
        <translation>What changed in all; what was changed back in between is left out.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/search.py</extracomment>
        <source>What changes? Type its name</source>
        <translation>What changes? Type its name</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/follow_rows.py</extracomment>
        <source>What could hold this change  {count}</source>
        <translation>What could hold this change  {count}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/questions.py</extracomment>
        <source>What differs between the two sites of the transfer?</source>
        <translation>What differs between the two sites of the transfer?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/questions.py</extracomment>
        <source>What does a change of … touch?</source>
        <translation>What does a change of … touch?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/start.py</extracomment>
        <source>What does a change touch, and why?</source>
        <translation>What does a change touch, and why?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/guide.py</extracomment>
        <source>What does a change touch?</source>
        <translation>What does a change touch?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_figures.py</extracomment>
        <source>What does not fit</source>
        <translation>What does not fit</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspector_item.py</extracomment>
        <source>What else</source>
        <translation>What else</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_form.py</extracomment>
        <source>What else changes</source>
        <translation>What else changes</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>What equipment is for</source>
        <translation>What equipment is for</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_paste.py</extracomment>
        <source>What figures in the table mean</source>
        <translation>What figures in the table mean</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/explorer.py</extracomment>
        <source>What fits the filter</source>
        <translation>What fits the filter</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/follow_rows.py</extracomment>
        <source>What follows</source>
        <translation>What follows</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/why.py</extracomment>
        <source>What follows is not in the record and not exported; impact does not use it.</source>
        <translation>What follows is not in the record and not exported; impact does not use it.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/page_follows.py</extracomment>
        <source>What follows is worked out for projects; at a server that is up to the server.</source>
        <translation>What follows is worked out for projects; at a server that is up to the server.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_tabs.py</extracomment>
        <source>What follows {count}</source>
        <translation>What follows {count}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/make_bundle.py</extracomment>
        <source>What for</source>
        <translation>What for</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/make_bundle.py</extracomment>
        <source>What goes</source>
        <translation>What goes</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/make_bundle.py</extracomment>
        <source>What goes and what stays</source>
        <translation>What goes and what stays</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/make_bundle.py</extracomment>
        <source>What goes:</source>
        <translation>What goes:</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/triage_form.py</extracomment>
        <source>What happened, and to which batch?</source>
        <translation>What happened, and to which batch?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/impact.py</extracomment>
        <source>What holds it</source>
        <translation>What holds it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_form.py</extracomment>
        <source>What if {name} changes?</source>
        <translation>What if {name} changes?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copying.py</extracomment>
        <source>What is added (these lines tell {told} of {count} statements):</source>
        <translation>What is added (these lines tell {told} of {count} statements):</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copying.py</extracomment>
        <source>What is added:</source>
        <translation>What is added:</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_chart.py</extracomment>
        <source>What is drawn</source>
        <translation>What is drawn</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/profile_form.py</extracomment>
        <source>What is for partners, not marked, or public</source>
        <translation>What is for partners, not marked, or public</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_head.py</extracomment>
        <source>What is listed</source>
        <translation>What is listed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/make_bundle.py</extracomment>
        <source>What is marked internal or personal stays, and so do know-how, questions, deviations, changes and files that nobody marked for partners. Texts are not searched: look at what would go.</source>
        <translation>What is marked internal or personal stays, and so do know-how, questions, deviations, changes and files that nobody marked for partners. Texts are not searched: look at what would go.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_run.py</extracomment>
        <source>What is missing</source>
        <translation>What is missing</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/guide.py</extracomment>
        <source>What is new</source>
        <translation>What is new</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/control.py</extracomment>
        <source>What is not recorded is unknown, not controlled. This supports a decision; it does not take it.</source>
        <translation>What is not recorded is unknown, not controlled. This supports a decision; it does not take it.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_cell.py</extracomment>
        <source>What is recorded in this cell, and what can be said of it</source>
        <translation>What is recorded in this cell, and what can be said of it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/choose_class.py</extracomment>
        <source>What is the new thing?</source>
        <translation>What is the new thing?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/action_form.py</extracomment>
        <source>What is to be &amp;done</source>
        <translation>What is to be &amp;done</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/relate.py</extracomment>
        <source>What is to be recorded?</source>
        <translation>What is to be recorded?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>What is to be studied</source>
        <translation>What is to be studied</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/questions.py</extracomment>
        <source>What is … linked with?</source>
        <translation>What is … linked with?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form.py</extracomment>
        <source>What it began from was changed since: look at each changed field.</source>
        <translation>What it began from was changed since: look at each changed field.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>What it is</source>
        <translation>What it is</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>What it means</source>
        <translation>What it means</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_run.py</extracomment>
        <source>What led to these judgements; it stays in the history</source>
        <translation>What led to these judgements; it stays in the history</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reason.py</extracomment>
        <source>What led to this change; it stays in the history</source>
        <translation>What led to this change; it stays in the history</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/departure.py</extracomment>
        <source>What loses support</source>
        <translation>What loses support</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_comparing.py</extracomment>
        <source>What only one of them reaches, and what stands differently.</source>
        <translation>What only one of them reaches, and what stands differently.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/retire.py</extracomment>
        <source>What refers to it</source>
        <translation>What refers to it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/action_list.py</extracomment>
        <source>What somebody has to do, answer or study would stand here.</source>
        <translation>What somebody has to do, answer or study would stand here.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare.py</extracomment>
        <source>What stands against each step</source>
        <translation>What stands against each step</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare.py</extracomment>
        <source>What stands against it</source>
        <translation>What stands against it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix.py</extracomment>
        <source>What stands in the columns</source>
        <translation>What stands in the columns</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_returned.py</extracomment>
        <source>What stands there</source>
        <translation>What stands there</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_editor.py</extracomment>
        <source>What takes its place</source>
        <translation>What takes its place</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>What the bundle says</source>
        <translation>What the bundle says</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix.py</extracomment>
        <source>What the chosen cell says</source>
        <translation>What the chosen cell says</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/workbook_import.py</extracomment>
        <source>What the columns mean</source>
        <translation>What the columns mean</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copying.py</extracomment>
        <source>What the copy would add</source>
        <translation>What the copy would add</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare.py</extracomment>
        <source>What the headings are</source>
        <translation>What the headings are</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspector.py</extracomment>
        <source>What the inspector shows</source>
        <translation>What the inspector shows</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_run.py</extracomment>
        <source>What the judgements &amp;rest on</source>
        <translation>What the judgements &amp;rest on</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_run.py</extracomment>
        <source>What the judgements rest on</source>
        <translation>What the judgements rest on</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_tabs.py</extracomment>
        <source>What the list shows</source>
        <translation>What the list shows</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_said.py</extracomment>
        <source>What the rule does</source>
        <translation>What the rule does</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_bar.py</extracomment>
        <source>What the tab is called; without a name by how the text begins</source>
        <translation>What the tab is called; without a name by how the text begins</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_paste.py</extracomment>
        <source>What the table makes, and what is left out</source>
        <translation>What the table makes, and what is left out</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/update_preview.py</extracomment>
        <source>What the update would change</source>
        <translation>What the update would change</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/keys.py</extracomment>
        <source>What they do</source>
        <translation>What they do</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_wanted.py</extracomment>
        <source>What to copy</source>
        <translation>What to copy</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/finding_detail.py</extracomment>
        <source>What to do: {words}</source>
        <translation>What to do: {words}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>What was assessed</source>
        <translation>What was assessed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/questions.py</extracomment>
        <source>What was changed last, and by whom?</source>
        <translation>What was changed last, and by whom?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/findings.py</extracomment>
        <source>What was found</source>
        <translation>What was found</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/evidence_form.py</extracomment>
        <source>What was found is kept with both samples, method and notes, as evidence of the influences that you tick. Their strengths stay as they are: judging these is yours.</source>
        <translation>What was found is kept with both samples, method and notes, as evidence of the influences that you tick. Their strengths stay as they are: judging these is yours.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix.py</extracomment>
        <source>What was not done</source>
        <translation>What was not done</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/triage_form.py</extracomment>
        <source>What was out of its value</source>
        <translation>What was out of its value</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_history.py</extracomment>
        <source>What was run before</source>
        <translation>What was run before</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_bar.py</extracomment>
        <source>What was run before, and texts that were closed</source>
        <translation>What was run before, and texts that were closed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/saving.py</extracomment>
        <source>What you entered is still here. Save it when nobody else writes.</source>
        <translation>What you entered is still here. Save it when nobody else writes.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/history.py</extracomment>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_bar.py</extracomment>
        <source>When due</source>
        <translation>When due</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>When you see</source>
        <translation>When you see</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>Where</source>
        <translation>Where</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity_head.py</extracomment>
        <source>Where it belongs</source>
        <translation>Where it belongs</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_said.py</extracomment>
        <source>Where it matches is not known: {why}</source>
        <translation>Where it matches is not known: {why}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/merge.py</extracomment>
        <source>Where the two disagree</source>
        <translation>Where the two disagree</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspector_item.py</extracomment>
        <source>Whether {range} holds here is not known:</source>
        <translation>Whether {range} holds here is not known:</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/action_list.py</extracomment>
        <source>Which actions</source>
        <translation>Which actions</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_bar.py</extracomment>
        <source>Which gaps</source>
        <translation>Which gaps</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_running.py</extracomment>
        <source>Which rows are there only because of that was not worked out.</source>
        <translation>Which rows are there only because of that was not worked out.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules.py</extracomment>
        <source>Which rules</source>
        <translation>Which rules</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/merge.py</extracomment>
        <source>Which thing is the same, and goes?</source>
        <translation>Which thing is the same, and goes?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/transfers.py</extracomment>
        <source>Which transfer?</source>
        <translation>Which transfer?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_choose.py</extracomment>
        <source>Which two sites?</source>
        <translation>Which two sites?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/history.py</extracomment>
        <source>Who</source>
        <translation>Who</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_saving.py</extracomment>
        <source>Who can still show {knowHow}?</source>
        <translation>Who can still show {knowHow}?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/questions.py</extracomment>
        <source>Who changed …, when and why?</source>
        <translation>Who changed …, when and why?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_run.py</extracomment>
        <source>Who judges</source>
        <translation>Who judges</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_bar.py</extracomment>
        <source>Who takes part, such as EX1, EX3</source>
        <translation>Who takes part, such as EX1, EX3</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>Whoever may read the server then reads what is confidential: {what}.</source>
        <translation>Whoever may read the server then reads what is confidential: {what}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>Whole process</source>
        <translation>Whole process</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/follow_rows.py</extracomment>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_why.py</extracomment>
        <source>Why is this row there?</source>
        <translation>Why is this row there?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/package.py</extracomment>
        <source>Why it is proposed</source>
        <translation>Why it is proposed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/triage_form.py</extracomment>
        <source>Why it is recorded</source>
        <translation>Why it is recorded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_parts.py</extracomment>
        <source>Why no rows?</source>
        <translation>Why no rows?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_returned.py</extracomment>
        <source>Why not</source>
        <translation>Why not</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_why.py</extracomment>
        <source>Why this row?</source>
        <translation>Why this row?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/why.py</extracomment>
        <source>Why: {statement}</source>
        <translation>Why: {statement}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_table.py</extracomment>
        <source>Why?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/tour.py</extracomment>
        <source>Widen Boston's normal range to 2–6</source>
        <translation>Widen Boston's normal range to 2–6</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Wider or narrower normal range</source>
        <translation>Wider or narrower normal range</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/rules_rows.py</extracomment>
        <source>With a finding</source>
        <translation>With a finding</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/make_bundle.py</extracomment>
        <source>With a page and tables to read without kgapp</source>
        <translation>With a page and tables to read without kgapp</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/profile_form.py</extracomment>
        <source>With comments and notes</source>
        <translation>With comments and notes</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/item_words.py</extracomment>
        <source>With it in place: {grade}.</source>
        <translation>With it in place: {grade}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/profile_form.py</extracomment>
        <source>With people; never with what is personal about them</source>
        <translation>With people; never with what is personal about them</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/profile_form.py</extracomment>
        <source>With the day since when each statement stands</source>
        <translation>With the day since when each statement stands</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/profile_form.py</extracomment>
        <source>With the files that are marked for the recipient</source>
        <translation>With the files that are marked for the recipient</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/attachments.py</extracomment>
        <source>With the system's program, after asking</source>
        <translation>With the system's program, after asking</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>With this the shapes would newly find {count}:</source>
        <translation>With this the shapes would newly find {count}:</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_bar.py</extracomment>
        <source>With what follows</source>
        <translation>With what follows</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publish_form.py</extracomment>
        <source>With what is pe&amp;rsonal</source>
        <translation>With what is pe&amp;rsonal</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>With what leads &amp;to them</source>
        <translation>With what leads &amp;to them</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/gap_rows.py</extracomment>
        <source>Within 30 days</source>
        <translation>Within 30 days</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/service_words.py</extracomment>
        <source>Without a model</source>
        <translation>Without a model</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>Without a name the password or token is used in this window only, and kept nowhere.</source>
        <translation>Without a name the password or token is used in this window only, and kept nowhere.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>Without a specification: {count}</source>
        <translation>Without a specification: {count}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>Without signing in</source>
        <translation>Without signing in</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_head.py</extracomment>
        <source>Without the rule “{rule}”: {why}</source>
        <translation>Without the rule “{rule}”: {why}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>Without this such an address is refused: a name on the internet must not lead kgapp into your own network.</source>
        <translation>Without this such an address is refused: a name on the internet must not lead kgapp into your own network.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/reports.py</extracomment>
        <source>Word document (*.docx)</source>
        <translation>Word document (*.docx)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_tabs.py</extracomment>
        <source>Work list {count}</source>
        <translation>Work list {count}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/guide.py</extracomment>
        <source>Workbooks and batch results</source>
        <translation>Workbooks and batch results</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/batches.py</extracomment>
        <source>Workbooks and tables</source>
        <translation>Workbooks and tables</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/page_follows.py</extracomment>
        <source>Working out what follows…</source>
        <translation>Working out what follows…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_paste.py</extracomment>
        <source>Would be judged ({count})</source>
        <translation>Would be judged ({count})</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Write SPARQ&amp;L</source>
        <translation>Write SPARQ&amp;L</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>Write and compare</source>
        <translation>Write and compare</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/following.py</extracomment>
        <source>Write here</source>
        <translation>Write here</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/departure.py</extracomment>
        <source>Write it down…</source>
        <translation>Write it down…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>Write something else</source>
        <translation>Write something else</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>Write the conclusion.</source>
        <translation>Write the conclusion.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>Write the day as 2026-03-31, or leave it empty.</source>
        <translation>Write the day as 2026-03-31, or leave it empty.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>Write the question.</source>
        <translation>Write the question.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publish_form.py</extracomment>
        <source>Write to a server</source>
        <translation>Write to a server</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>Writing to the server is not finished.</source>
        <translation>Writing to the server is not finished.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>Writing to {name}…</source>
        <translation>Writing to {name}…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/answer_export.py</extracomment>
        <source>Writing {file}…</source>
        <translation>Writing {file}…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>Written and compared</source>
        <translation>Written and compared</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_view.py</extracomment>
        <source>Yes</source>
        <translation>Yes</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_view.py</extracomment>
        <source>Yes or no</source>
        <translation>Yes or no</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/bundle_rows.py</extracomment>
        <source>You</source>
        <translation>You</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/start.py</extracomment>
        <source>You can also drop a project file onto this window. Help: F1.</source>
        <translation>You can also drop a project file onto this window. Help: F1.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/following.py</extracomment>
        <source>You can read this project, not change it: {why}</source>
        <translation>You can read this project, not change it: {why}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_leaving.py</extracomment>
        <source>You changed “{name}” and did not save it.</source>
        <translation>You changed “{name}” and did not save it.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/tour.py</extracomment>
        <source>You found a step, compared two sites, changed a range, saw what that breaks, and took it back.</source>
        <translation>You found a step, compared two sites, changed a range, saw what that breaks, and took it back.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_new.py</extracomment>
        <source>You sign bundles with it, and others see by it that they come from you. The password cannot be recovered: keep it where you keep others.</source>
        <translation>You sign bundles with it, and others see by it that they come from you. The password cannot be recovered: keep it where you keep others.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>You stopped it.</source>
        <translation>You stopped it.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/keeping.py</extracomment>
        <source>You were editing {title} ({time}), and it was not saved.</source>
        <translation>You were editing {title} ({time}), and it was not saved.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/preferences.py</extracomment>
        <source>Your &amp;name</source>
        <translation>Your &amp;name</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/bundle_rows.py</extracomment>
        <source>Your comment</source>
        <translation>Your comment</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_ring.py</extracomment>
        <source>Your key is replaced. Save the new card and send it to your partners: who knew the old key trusts the new one.</source>
        <translation>Your key is replaced. Save the new card and send it to your partners: who knew the old key trusts the new one.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_new.py</extracomment>
        <source>Your name</source>
        <translation>Your name</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/keeping.py</extracomment>
        <source>Your saves carried the reason “{reason}” when the project was closed. Go on with it?</source>
        <translation>Your saves carried the reason “{reason}” when the project was closed. Go on with it?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form.py</extracomment>
        <source>Your unsaved input is back. It is not saved yet.</source>
        <translation>Your unsaved input is back. It is not saved yet.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_ring.py</extracomment>
        <source>Yours</source>
        <translation>Yours</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_said.py</extracomment>
        <source>[{word}]</source>
        <translation>[{word}]</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_saving.py</extracomment>
        <source>a date</source>
        <translation>a date</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_saving.py</extracomment>
        <source>a number</source>
        <translation>a number</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_form.py</extracomment>
        <source>a path of properties</source>
        <translation>a path of properties</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_saving.py</extracomment>
        <source>a text</source>
        <translation>a text</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_form.py</extracomment>
        <source>a thing that links</source>
        <translation>a thing that links</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_saving.py</extracomment>
        <source>a thing: {kind}</source>
        <translation>a thing: {kind}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_saving.py</extracomment>
        <source>a whole number</source>
        <translation>a whole number</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_saving.py</extracomment>
        <source>a word of the list {name}</source>
        <translation>a word of the list {name}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_row.py</extracomment>
        <source>advised</source>
        <translation>advised</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>affected</source>
        <translation>affected</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>after infusion</source>
        <translation>after infusion</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/point_form.py</extracomment>
        <source>agreed</source>
        <translation>agreed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix.py</extracomment>
        <source>all parameters</source>
        <translation>all parameters</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/exchange_place.py</extracomment>
        <source>all settled</source>
        <translation>all settled</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_side.py</extracomment>
        <source>all {total} shown</source>
        <translation>all {total} shown</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_form.py</extracomment>
        <source>always on</source>
        <translation>always on</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>and {count} more</source>
        <translation>and {count} more</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_figures.py</extracomment>
        <source>and {count} more in the list of findings (F8)</source>
        <translation>and {count} more in the list of findings (F8)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/graph_finding.py</extracomment>
        <source>and {count} more links</source>
        <translation>and {count} more links</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspector.py</extracomment>
        <source>and {count} more on its page</source>
        <translation>and {count} more on its page</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/departure.py</extracomment>
        <source>and {count} more that are open</source>
        <translation>and {count} more that are open</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/field_list.py</extracomment>
        <source>and {count} more, which stay as they are</source>
        <translation>and {count} more, which stay as they are</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_head.py</extracomment>
        <source>and {count} more: filter the list by “suspect”</source>
        <translation>and {count} more: filter the list by “suspect”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/facts.py</extracomment>
        <source>and {count} more: search finds them</source>
        <translation>and {count} more: search finds them</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspector_item.py</extracomment>
        <source>and {count} more: see “Held” of the review</source>
        <translation>and {count} more: see “Held” of the review</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_page.py</extracomment>
        <source>and {count} statements more</source>
        <translation>and {count} statements more</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/matrix.py</extracomment>
        <source>another site only</source>
        <translation>another site only</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/question_blanks.py</extracomment>
        <source>any</source>
        <translation>any</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>any function</source>
        <translation>any function</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/rules_rows.py</extracomment>
        <source>anything</source>
        <translation>anything</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspect_form.py</extracomment>
        <source>as it is now</source>
        <translation>as it is now</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>as kept in the keyring; type to replace it</source>
        <translation>as kept in the keyring; type to replace it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/behind.py</extracomment>
        <source>asked over the network</source>
        <translation>asked over the network</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>assigned in the review</source>
        <translation>assigned in the review</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/card_lines.py</extracomment>
        <source>at</source>
        <translation>at</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>at least {word}</source>
        <translation>at least {word}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/item_words.py</extracomment>
        <source>at {site}</source>
        <translation>at {site}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/layout.py</extracomment>
        <source>attributes</source>
        <translation>attributes</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>batch record steps</source>
        <translation>batch record steps</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>before infusion</source>
        <translation>before infusion</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_returned.py</extracomment>
        <source>both changed it</source>
        <translation>both changed it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_head.py</extracomment>
        <source>both derived from “{process}”</source>
        <translation>both derived from “{process}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/layout.py</extracomment>
        <source>by it</source>
        <translation>by it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/rules_rows.py</extracomment>
        <source>cannot be used</source>
        <translation>cannot be used</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/grid.py</extracomment>
        <source>changed</source>
        <translation>changed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/rules_rows.py</extracomment>
        <source>changed here</source>
        <translation>changed here</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_row.py</extracomment>
        <source>changed meanwhile</source>
        <translation>changed meanwhile</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_running.py</extracomment>
        <source>changes the project · shows what changes first · asks for a reason</source>
        <translation>changes the project · shows what changes first · asks for a reason</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/finding_counts.py</extracomment>
        <source>checked revision {revision}</source>
        <translation>checked revision {revision}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/finding_counts.py</extracomment>
        <source>checking everything…</source>
        <translation>checking everything…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/finding_counts.py</extracomment>
        <source>checking everything… {percent} %</source>
        <translation>checking everything… {percent} %</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/finding_counts.py</extracomment>
        <source>checking the edit…</source>
        <translation>checking the edit…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_state.py</extracomment>
        <source>choose what was changed meanwhile</source>
        <translation>choose what was changed meanwhile</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>chosen option</source>
        <translation>chosen option</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/assessments.py</extracomment>
        <source>closed</source>
        <translation>closed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>comparability studies</source>
        <translation>comparability studies</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/key_rows.py</extracomment>
        <source>confirmed</source>
        <translation>confirmed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/process_parts.py</extracomment>
        <source>control</source>
        <translation>control</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/map_picture.py</extracomment>
        <source>controls</source>
        <translation>controls</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/rules_rows.py</extracomment>
        <source>counting…</source>
        <translation>counting…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/item_words.py</extracomment>
        <source>day not recorded</source>
        <translation>day not recorded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/gap_rows.py</extracomment>
        <source>decided</source>
        <translation>decided</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>decided by unknowns</source>
        <translation>decided by unknowns</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/item_words.py</extracomment>
        <source>depends on what is not recorded</source>
        <translation>depends on what is not recorded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/item_words.py</extracomment>
        <source>determined</source>
        <translation>determined</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>differ</source>
        <translation>differ</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/process_parts.py</extracomment>
        <source>difference</source>
        <translation>difference</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/process_parts.py</extracomment>
        <source>differences</source>
        <translation>differences</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>different key</source>
        <translation>different key</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>differs</source>
        <translation>differs</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/map_picture.py</extracomment>
        <source>differs from {site}</source>
        <translation>differs from {site}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>documents</source>
        <translation>documents</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/point_form.py</extracomment>
        <source>done</source>
        <translation>done</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_page.py</extracomment>
        <source>due {day}</source>
        <translation>due {day}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/commands.py</extracomment>
        <source>each save asks for its reason already</source>
        <translation>each save asks for its reason already</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/history.py</extracomment>
        <source>edit</source>
        <translation>edit</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_head.py</extracomment>
        <source>effective {day}</source>
        <translation>effective {day}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_confirm.py</extracomment>
        <source>eight words, or eight groups of digits</source>
        <translation>eight words, or eight groups of digits</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_bar.py</extracomment>
        <source>empty: not assessed</source>
        <translation>empty: not assessed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/behind.py</extracomment>
        <source>engine loading…</source>
        <translation>engine loading…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/behind.py</extracomment>
        <source>engine ready</source>
        <translation>engine ready</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/behind.py</extracomment>
        <source>engine stopped</source>
        <translation>engine stopped</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/follow_rows.py</extracomment>
        <source>established condition</source>
        <translation>established condition</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>established conditions</source>
        <translation>established conditions</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/item_words.py</extracomment>
        <source>evidence: {level}</source>
        <translation>evidence: {level}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>expired key</source>
        <translation>expired key</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/map_spots.py</extracomment>
        <source>factor</source>
        <translation>factor</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/map_spots.py</extracomment>
        <source>factors</source>
        <translation>factors</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_history.py</extracomment>
        <source>failed</source>
        <translation>failed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/follow_rows.py</extracomment>
        <source>filed range not recorded</source>
        <translation>filed range not recorded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/follow_rows.py</extracomment>
        <source>filed, not touched</source>
        <translation>filed, not touched</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_notes.py</extracomment>
        <source>filtered out: {kinds}</source>
        <translation>filtered out: {kinds}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/process_parts.py</extracomment>
        <source>finding</source>
        <translation>finding</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/map_picture.py</extracomment>
        <source>findings</source>
        <translation>findings</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/search.py</extracomment>
        <source>finds {names}</source>
        <translation>finds {names}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/map_spots.py</extracomment>
        <source>folded</source>
        <translation>folded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/verdict_box.py</extracomment>
        <source>for {function}</source>
        <translation>for {function}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>from the report: {hint}</source>
        <translation>from the report: {hint}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/why.py</extracomment>
        <source>from these {count} statements:</source>
        <translation>from these {count} statements:</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/why.py</extracomment>
        <source>from this statement:</source>
        <translation>from this statement:</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/process_parts.py</extracomment>
        <source>from {suppliers}</source>
        <translation>from {suppliers}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/process_parts.py</extracomment>
        <source>gap</source>
        <translation>gap</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/map_picture.py</extracomment>
        <source>gaps</source>
        <translation>gaps</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/merge.py</extracomment>
        <source>goes: {name}</source>
        <translation>goes: {name}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/graph_scene.py</extracomment>
        <source>grouped</source>
        <translation>grouped</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>held</source>
        <translation>held</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/map_picture.py</extracomment>
        <source>high</source>
        <translation>high</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/follow_rows.py</extracomment>
        <source>holds</source>
        <translation>holds</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>holds for {scope}; evidence: {level}; against {other}</source>
        <translation>holds for {scope}; evidence: {level}; against {other}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>hop</source>
        <translation>hop</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>hops</source>
        <translation>hops</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_bar.py</extracomment>
        <source>hypotheses</source>
        <translation>hypotheses</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>impacted</source>
        <translation>impacted</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/history.py</extracomment>
        <source>import</source>
        <translation>import</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>in force</source>
        <translation>in force</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>in no document</source>
        <translation>in no document</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>in place of another</source>
        <translation>in place of another</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/assessments.py</extracomment>
        <source>in review</source>
        <translation>in review</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>in-process controls</source>
        <translation>in-process controls</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/explorer.py</extracomment>
        <source>indicator</source>
        <translation>indicator</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/explorer.py</extracomment>
        <source>indicators</source>
        <translation>indicators</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>inside</source>
        <translation>inside</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/map_headings.py</extracomment>
        <source>invented</source>
        <translation>invented</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_paste.py</extracomment>
        <source>is judged so</source>
        <translation>is judged so</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/relate.py</extracomment>
        <source>is recorded already</source>
        <translation>is recorded already</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_fields.py</extracomment>
        <source>is value of</source>
        <translation>is value of</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_compared.py</extracomment>
        <source>item</source>
        <translation>item</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_compared.py</extracomment>
        <source>items</source>
        <translation>items</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/matrix.py</extracomment>
        <source>itself</source>
        <translation>itself</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/judging.py</extracomment>
        <source>judgement</source>
        <translation>judgement</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>justified</source>
        <translation>justified</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/findings.py</extracomment>
        <source>kgapp checks a project file as a whole, and a server is not read as a whole.</source>
        <translation>kgapp checks a project file as a whole, and a server is not read as a whole.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picture.py</extracomment>
        <source>kgapp drawing</source>
        <translation>kgapp drawing</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/crash.py</extracomment>
        <source>kgapp ended unexpectedly last time</source>
        <translation>kgapp ended unexpectedly last time</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/about.py</extracomment>
        <source>kgapp is licensed under the Apache License 2.0. It stands on these libraries:</source>
        <translation>kgapp is licensed under the Apache License 2.0. It stands on these libraries:</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/start.py</extracomment>
        <source>kgapp keeps the process knowledge of cell and gene therapies in one file on this computer.</source>
        <translation>kgapp keeps the process knowledge of cell and gene therapies in one file on this computer.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/crash.py</extracomment>
        <source>kgapp made an error</source>
        <translation>kgapp made an error</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/tasks.py</extracomment>
        <source>kgapp made an error: {error}</source>
        <translation>kgapp made an error: {error}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>kgapp only reads it: nothing is changed there.</source>
        <translation>kgapp only reads it: nothing is changed there.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>kgapp only reads it: nothing is changed.</source>
        <translation>kgapp only reads it: nothing is changed.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/opening.py</extracomment>
        <source>kgapp projects (*{suffix})</source>
        <translation>kgapp projects (*{suffix})</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/map_picture.py</extracomment>
        <source>know-how</source>
        <translation>know-how</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>know-how of experts</source>
        <translation>know-how of experts</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_fields.py</extracomment>
        <source>leads by</source>
        <translation>leads by</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/rules_rows.py</extracomment>
        <source>leads nowhere</source>
        <translation>leads nowhere</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>leaves on {day}</source>
        <translation>leaves on {day}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_running.py</extracomment>
        <source>limit {rows} · stops after {seconds} s · reads only</source>
        <translation>limit {rows} · stops after {seconds} s · reads only</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_said.py</extracomment>
        <source>link</source>
        <translation>link</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_said.py</extracomment>
        <source>links</source>
        <translation>links</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/item_words.py</extracomment>
        <source>load-bearing</source>
        <translation>load-bearing</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>looking on…</source>
        <translation>looking on…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>loses support</source>
        <translation>loses support</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/map_picture.py</extracomment>
        <source>low</source>
        <translation>low</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/process_parts.py</extracomment>
        <source>machine</source>
        <translation>machine</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/process_parts.py</extracomment>
        <source>machines</source>
        <translation>machines</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/triage_form.py</extracomment>
        <source>made at {site}</source>
        <translation>made at {site}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/exchange_place.py</extracomment>
        <source>made of revision {number}</source>
        <translation>made of revision {number}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/batches.py</extracomment>
        <source>margin, set before the data are seen</source>
        <translation>margin, set before the data are seen</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/process_parts.py</extracomment>
        <source>material</source>
        <translation>material</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>materials</source>
        <translation>materials</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/field_measured.py</extracomment>
        <source>measured by</source>
        <translation>measured by</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/map_picture.py</extracomment>
        <source>medium</source>
        <translation>medium</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>methods</source>
        <translation>methods</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>missing</source>
        <translation>missing</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/facts.py</extracomment>
        <source>more than {count}</source>
        <translation>more than {count}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/batch_chart.py</extracomment>
        <source>moving range</source>
        <translation>moving range</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/item_words.py</extracomment>
        <source>name not recorded</source>
        <translation>name not recorded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/workbook_import.py</extracomment>
        <source>name of the evidence, such as a risk assessment</source>
        <translation>name of the evidence, such as a risk assessment</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity_head.py</extracomment>
        <source>named in {statements}</source>
        <translation>named in {statements}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>narrower</source>
        <translation>narrower</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>needs study</source>
        <translation>needs study</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/findings.py</extracomment>
        <source>new</source>
        <translation>new</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_run.py</extracomment>
        <source>new evidence, named below</source>
        <translation>new evidence, named below</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>new key</source>
        <translation>new key</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules.py</extracomment>
        <source>new rule</source>
        <translation>new rule</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/fields.py</extracomment>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/follow_rows.py</extracomment>
        <source>no citation recorded</source>
        <translation>no citation recorded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/timeline.py</extracomment>
        <source>no day</source>
        <translation>no day</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_page.py</extracomment>
        <source>no day set</source>
        <translation>no day set</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/package.py</extracomment>
        <source>no document provides it</source>
        <translation>no document provides it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/matrix.py</extracomment>
        <source>no effect</source>
        <translation>no effect</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_related.py</extracomment>
        <source>no figures</source>
        <translation>no figures</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/follow_rows.py</extracomment>
        <source>no filing recorded</source>
        <translation>no filing recorded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/graph_drawing.py</extracomment>
        <source>no kind</source>
        <translation>no kind</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_page.py</extracomment>
        <source>no owner</source>
        <translation>no owner</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/commands.py</extracomment>
        <source>no project is open</source>
        <translation>no project is open</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/export.py</extracomment>
        <source>no revision yet</source>
        <translation>no revision yet</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>no site recorded</source>
        <translation>no site recorded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_cell.py</extracomment>
        <source>no status</source>
        <translation>no status</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/grid_source.py</extracomment>
        <source>no things</source>
        <translation>no things</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/field_measured.py</extracomment>
        <source>no unit</source>
        <translation>no unit</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/verdict_box.py</extracomment>
        <source>nobody</source>
        <translation>nobody</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>nobody is known to be competent</source>
        <translation>nobody is known to be competent</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_run.py</extracomment>
        <source>nobody named</source>
        <translation>nobody named</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>nobody recorded</source>
        <translation>nobody recorded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/work_filters.py</extracomment>
        <source>nobody yet</source>
        <translation>nobody yet</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_table.py</extracomment>
        <source>none holds here</source>
        <translation>none holds here</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_editor.py</extracomment>
        <source>none of these</source>
        <translation>none of these</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>none recorded</source>
        <translation>none recorded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>normal range</source>
        <translation>normal range</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/results_chart.py</extracomment>
        <source>not all measured in the same way</source>
        <translation>not all measured in the same way</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>not applicable</source>
        <translation>not applicable</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/process_parts.py</extracomment>
        <source>not applicable by design</source>
        <translation>not applicable by design</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/matrix.py</extracomment>
        <source>not assessed</source>
        <translation>not assessed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/finding_counts.py</extracomment>
        <source>not checked since revision {revision}</source>
        <translation>not checked since revision {revision}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/finding_counts.py</extracomment>
        <source>not checked yet</source>
        <translation>not checked yet</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>not comparable</source>
        <translation>not comparable</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/rules_rows.py</extracomment>
        <source>not counted</source>
        <translation>not counted</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>not detected</source>
        <translation>not detected</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/timeline.py</extracomment>
        <source>not done</source>
        <translation>not done</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/start.py</extracomment>
        <source>not found</source>
        <translation>not found</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/process_parts.py</extracomment>
        <source>not here</source>
        <translation>not here</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>not impacted</source>
        <translation>not impacted</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>not in force</source>
        <translation>not in force</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_head.py</extracomment>
        <source>not kept</source>
        <translation>not kept</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>not known</source>
        <translation>not known</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_table.py</extracomment>
        <source>not known whether it holds</source>
        <translation>not known whether it holds</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/commands.py</extracomment>
        <source>not now</source>
        <translation>not now</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/bundle_rows.py</extracomment>
        <source>not possible</source>
        <translation>not possible</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/compare_rows.py</extracomment>
        <source>not reached</source>
        <translation>not reached</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>not ready</source>
        <translation>not ready</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/card_lines.py</extracomment>
        <source>not recorded</source>
        <translation>not recorded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>not run</source>
        <translation>not run</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>not set</source>
        <translation>not set</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/fields.py</extracomment>
        <source>not stated</source>
        <translation>not stated</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_editor.py</extracomment>
        <source>not stated, such as 2027-03-01</source>
        <translation>not stated, such as 2027-03-01</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>not transferred to {sites}</source>
        <translation>not transferred to {sites}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>not verified</source>
        <translation>not verified</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/finding_counts.py</extracomment>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/finding_counts.py</extracomment>
        <source>notes</source>
        <translation>notes</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/bundle_rows.py</extracomment>
        <source>nothing</source>
        <translation>nothing</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>nothing against it</source>
        <translation>nothing against it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/finding_counts.py</extracomment>
        <source>nothing found</source>
        <translation>nothing found</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity_head.py</extracomment>
        <source>nothing refers to it yet</source>
        <translation>nothing refers to it yet</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/commands.py</extracomment>
        <source>nothing to redo in this view</source>
        <translation>nothing to redo in this view</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/commands.py</extracomment>
        <source>nothing to undo in this view</source>
        <translation>nothing to undo in this view</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_editor.py</extracomment>
        <source>now</source>
        <translation>now</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_frame.py</extracomment>
        <source>of no known kind</source>
        <translation>of no known kind</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/results_chart.py</extracomment>
        <source>of some it is not recorded how they were measured</source>
        <translation>of some it is not recorded how they were measured</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_editor.py</extracomment>
        <source>of the change in your quality system</source>
        <translation>of the change in your quality system</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/triage_form.py</extracomment>
        <source>of the deviation in your quality system</source>
        <translation>of the deviation in your quality system</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/rules_rows.py</extracomment>
        <source>off</source>
        <translation>off</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/facts.py</extracomment>
        <source>older…</source>
        <translation>older…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/workbook_import.py</extracomment>
        <source>on what its judgements rest</source>
        <translation>on what its judgements rest</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>on what the scores rest</source>
        <translation>on what the scores rest</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/triage_form.py</extracomment>
        <source>one sentence; it stays in the history</source>
        <translation>one sentence; it stays in the history</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/gap_rows.py</extracomment>
        <source>only recorded</source>
        <translation>only recorded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>only this one</source>
        <translation>only this one</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>only to write there; empty: the address above</source>
        <translation>only to write there; empty: the address above</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/verdict_words.py</extracomment>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/assessments.py</extracomment>
        <source>open assessment</source>
        <translation>open assessment</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/assessments.py</extracomment>
        <source>open assessments</source>
        <translation>open assessments</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/work_filters.py</extracomment>
        <source>open for {function}</source>
        <translation>open for {function}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/verdict_words.py</extracomment>
        <source>open: {functions}</source>
        <translation>open: {functions}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>other changes</source>
        <translation>other changes</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_head.py</extracomment>
        <source>other open change</source>
        <translation>other open change</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_head.py</extracomment>
        <source>other open changes</source>
        <translation>other open changes</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>other things</source>
        <translation>other things</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>others too</source>
        <translation>others too</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/control_rows.py</extracomment>
        <source>outside</source>
        <translation>outside</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_chart.py</extracomment>
        <source>over</source>
        <translation>over</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/gap_rows.py</extracomment>
        <source>overdue</source>
        <translation>overdue</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/gap_rows.py</extracomment>
        <source>overdue on {day}</source>
        <translation>overdue on {day}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/rules_rows.py</extracomment>
        <source>own</source>
        <translation>own</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/item_words.py</extracomment>
        <source>path</source>
        <translation>path</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/item_words.py</extracomment>
        <source>paths</source>
        <translation>paths</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>permit</source>
        <translation>permit</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/attachments.py</extracomment>
        <source>picture</source>
        <translation>picture</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/map_spots.py</extracomment>
        <source>piece of know-how</source>
        <translation>piece of know-how</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/map_spots.py</extracomment>
        <source>pieces of know-how</source>
        <translation>pieces of know-how</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/graph_scene.py</extracomment>
        <source>pinned</source>
        <translation>pinned</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/process_parts.py</extracomment>
        <source>planned: nothing is set here yet</source>
        <translation>planned: nothing is set here yet</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>provisions</source>
        <translation>provisions</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>published know-how</source>
        <translation>published know-how</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>quality attribute</source>
        <translation>quality attribute</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>ranges</source>
        <translation>ranges</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/status_line.py</extracomment>
        <source>read-only</source>
        <translation>read-only</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_head.py</extracomment>
        <source>reason</source>
        <translation>reason</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_head.py</extracomment>
        <source>reasons</source>
        <translation>reasons</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/history.py</extracomment>
        <source>redo</source>
        <translation>redo</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/merge.py</extracomment>
        <source>reference</source>
        <translation>reference</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/merge.py</extracomment>
        <source>references</source>
        <translation>references</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/point_form.py</extracomment>
        <source>refused</source>
        <translation>refused</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>registration details</source>
        <translation>registration details</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/matrix.py</extracomment>
        <source>rejected or retired</source>
        <translation>rejected or retired</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/relate.py</extracomment>
        <source>replaces {names}</source>
        <translation>replaces {names}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/graph_scene.py</extracomment>
        <source>retired</source>
        <translation>retired</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/status_line.py</extracomment>
        <source>revision {number}</source>
        <translation>revision {number}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/control.py</extracomment>
        <source>revision {number}, {when}</source>
        <translation>revision {number}, {when}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/export.py</extracomment>
        <source>revision {seq} ({hash})</source>
        <translation>revision {seq} ({hash})</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/key_rows.py</extracomment>
        <source>revoked</source>
        <translation>revoked</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>revoked key</source>
        <translation>revoked key</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/matrix.py</extracomment>
        <source>risk</source>
        <translation>risk</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>risk {figure}</source>
        <translation>risk {figure}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/map_picture.py</extracomment>
        <source>risks</source>
        <translation>risks</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_compare.py</extracomment>
        <source>row</source>
        <translation>row</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_compare.py</extracomment>
        <source>rows</source>
        <translation>rows</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>same</source>
        <translation>same</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>sampling</source>
        <translation>sampling</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>sampling points</source>
        <translation>sampling points</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/status_line.py</extracomment>
        <source>saved</source>
        <translation>saved</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/follow_rows.py</extracomment>
        <source>section {number}</source>
        <translation>section {number}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/exchange_place.py</extracomment>
        <source>sent</source>
        <translation>sent</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/start.py</extracomment>
        <source>server</source>
        <translation>server</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>settings at sites</source>
        <translation>settings at sites</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/exchange_place.py</extracomment>
        <source>settled</source>
        <translation>settled</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>severity high</source>
        <translation>severity high</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>severity low</source>
        <translation>severity low</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>severity medium</source>
        <translation>severity medium</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>severity not recorded</source>
        <translation>severity not recorded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/item_words.py</extracomment>
        <source>severity {word}</source>
        <translation>severity {word}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/rules_rows.py</extracomment>
        <source>shipped</source>
        <translation>shipped</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/page_follows.py</extracomment>
        <source>showing {count} of {all}: show more</source>
        <translation>showing {count} of {all}: show more</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/impact_pages.py</extracomment>
        <source>showing {shown} of {total}</source>
        <translation>showing {shown} of {total}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/process_tree.py</extracomment>
        <source>site</source>
        <translation>site</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/process_tree.py</extracomment>
        <source>sites</source>
        <translation>sites</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_notes.py</extracomment>
        <source>some links are filtered out</source>
        <translation>some links are filtered out</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/results_chart.py</extracomment>
        <source>specification: at least {limit}</source>
        <translation>specification: at least {limit}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/results_chart.py</extracomment>
        <source>specification: at most {limit}</source>
        <translation>specification: at most {limit}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>specifications</source>
        <translation>specifications</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/results_chart.py</extracomment>
        <source>specifications in other units not drawn</source>
        <translation>specifications in other units not drawn</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copying.py</extracomment>
        <source>statement</source>
        <translation>statement</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/retire.py</extracomment>
        <source>statement refers to it</source>
        <translation>statement refers to it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copying.py</extracomment>
        <source>statements</source>
        <translation>statements</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/retire.py</extracomment>
        <source>statements refer to it</source>
        <translation>statements refer to it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/merge.py</extracomment>
        <source>stays: {name}</source>
        <translation>stays: {name}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_parts.py</extracomment>
        <source>stopped</source>
        <translation>stopped</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/graph_scene.py</extracomment>
        <source>stops here</source>
        <translation>stops here</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/matrix.py</extracomment>
        <source>strength not judged</source>
        <translation>strength not judged</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/action_form.py</extracomment>
        <source>such as 2026-03-31</source>
        <translation>such as 2026-03-31</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/fields.py</extracomment>
        <source>such as 2026-03-31T09:30:00Z</source>
        <translation>such as 2026-03-31T09:30:00Z</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/fields.py</extracomment>
        <source>such as 3</source>
        <translation>such as 3</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/fields.py</extracomment>
        <source>such as 7.40</source>
        <translation>such as 7.40</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/new_project.py</extracomment>
        <source>such as CAR-T transfer</source>
        <translation>such as CAR-T transfer</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/key_confirm.py</extracomment>
        <source>such as: by phone with {name}</source>
        <translation>such as: by phone with {name}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/key_rows.py</extracomment>
        <source>superseded</source>
        <translation>superseded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>supply</source>
        <translation>supply</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>suspect</source>
        <translation>suspect</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_head.py</extracomment>
        <source>suspect verdict</source>
        <translation>suspect verdict</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_head.py</extracomment>
        <source>suspect verdicts</source>
        <translation>suspect verdicts</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/attachments.py</extracomment>
        <source>table</source>
        <translation>table</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/exchange_place.py</extracomment>
        <source>taken over</source>
        <translation>taken over</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/attachments.py</extracomment>
        <source>text</source>
        <translation>text</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_head.py</extracomment>
        <source>the project changed since</source>
        <translation>the project changed since</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/make_bundle.py</extracomment>
        <source>the recipient reads this</source>
        <translation>the recipient reads this</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/reviewing.py</extracomment>
        <source>the rule is used again</source>
        <translation>the rule is used again</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_run.py</extracomment>
        <source>the team</source>
        <translation>the team</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>the way to {what}, hop {hop} of {hops}: {sentence}</source>
        <translation>the way to {what}, hop {hop} of {hops}: {sentence}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>the way to {what}, {hops}: starts here</source>
        <translation>the way to {what}, {hops}: starts here</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/package.py</extracomment>
        <source>the whole transfer</source>
        <translation>the whole transfer</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_editor.py</extracomment>
        <source>then</source>
        <translation>then</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/commands.py</extracomment>
        <source>there is nothing to redo</source>
        <translation>there is nothing to redo</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/commands.py</extracomment>
        <source>there is nothing to undo</source>
        <translation>there is nothing to undo</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/commands.py</extracomment>
        <source>there is nowhere to go back to</source>
        <translation>there is nowhere to go back to</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/commands.py</extracomment>
        <source>there is nowhere to go forward to</source>
        <translation>there is nowhere to go forward to</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/results_chart.py</extracomment>
        <source>there may be more results than are drawn</source>
        <translation>there may be more results than are drawn</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/point_form.py</extracomment>
        <source>they read this</source>
        <translation>they read this</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copying.py</extracomment>
        <source>thing</source>
        <translation>thing</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_head.py</extracomment>
        <source>thing to know beside this</source>
        <translation>thing to know beside this</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copying.py</extracomment>
        <source>things</source>
        <translation>things</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_head.py</extracomment>
        <source>things to know beside this</source>
        <translation>things to know beside this</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/commands.py</extracomment>
        <source>this project is open for reading</source>
        <translation>this project is open for reading</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_row.py</extracomment>
        <source>to correct</source>
        <translation>to correct</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/gap_rows.py</extracomment>
        <source>to decide</source>
        <translation>to decide</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>to keep it; empty: only this once</source>
        <translation>to keep it; empty: only this once</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>together</source>
        <translation>together</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/map_picture.py</extracomment>
        <source>touched</source>
        <translation>touched</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>training not passed</source>
        <translation>training not passed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>trainings</source>
        <translation>trainings</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>trainings not passed</source>
        <translation>trainings not passed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copy_form.py</extracomment>
        <source>type the name of a thing there, or its address</source>
        <translation>type the name of a thing there, or its address</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picker.py</extracomment>
        <source>type to search, or drop a thing here</source>
        <translation>type to search, or drop a thing here</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>undecided</source>
        <translation>undecided</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reasoning.py</extracomment>
        <source>under these rules of the ontology</source>
        <translation>under these rules of the ontology</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/history.py</extracomment>
        <source>undo</source>
        <translation>undo</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/compare_rows.py</extracomment>
        <source>unknown</source>
        <translation>unknown</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/map_picture.py</extracomment>
        <source>unknown decides</source>
        <translation>unknown decides</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/attachments.py</extracomment>
        <source>unknown kind</source>
        <translation>unknown kind</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>unsigned</source>
        <translation>unsigned</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/history.py</extracomment>
        <source>update</source>
        <translation>update</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_head.py</extracomment>
        <source>verdict missing</source>
        <translation>verdict missing</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_head.py</extracomment>
        <source>verdicts missing</source>
        <translation>verdicts missing</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/finding_counts.py</extracomment>
        <source>violation</source>
        <translation>violation</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/finding_counts.py</extracomment>
        <source>violations</source>
        <translation>violations</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/follow_rows.py</extracomment>
        <source>void</source>
        <translation>void</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/finding_counts.py</extracomment>
        <source>warning</source>
        <translation>warning</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/finding_counts.py</extracomment>
        <source>warnings</source>
        <translation>warnings</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>what controls it</source>
        <translation>what controls it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>what is not recorded</source>
        <translation>what is not recorded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>what led to this change; it stays in the history</source>
        <translation>what led to this change; it stays in the history</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/triage_form.py</extracomment>
        <source>what was found, such as 15 °C</source>
        <translation>what was found, such as 15 °C</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>when not recorded</source>
        <translation>when not recorded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>wider</source>
        <translation>wider</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_row.py</extracomment>
        <source>will be reported</source>
        <translation>will be reported</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_editor.py</extracomment>
        <source>with its unit, such as 30 h</source>
        <translation>with its unit, such as 30 h</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>written down in {where}</source>
        <translation>written down in {where}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/fields.py</extracomment>
        <source>yes</source>
        <translation>yes</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_history.py</extracomment>
        <source>yes or no</source>
        <translation>yes or no</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/preferences.py</extracomment>
        <source>your account on this computer</source>
        <translation>your account on this computer</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/key_rows.py</extracomment>
        <source>yours</source>
        <translation>yours</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_page.py</extracomment>
        <source>{affected} affected, {touched} touched; reach {word}.</source>
        <translation>{affected} affected, {touched} touched; reach {word}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/batches.py</extracomment>
        <source>{attribute}, {process}: {count} batches, mean {mean}{unit}, limits {low} to {high}{unit}.</source>
        <translation>{attribute}, {process}: {count} batches, mean {mean}{unit}, limits {low} to {high}{unit}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/fields.py</extracomment>
        <source>{begin} … {count} characters: too long to be edited here; it stays as it is.</source>
        <translation>{begin} … {count} characters: too long to be edited here; it stays as it is.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>{change} · showing {shown} of {total}</source>
        <translation>{change} · showing {shown} of {total}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copying.py</extracomment>
        <source>{count} about {things} were read there; all of them are here, by value.</source>
        <translation>{count} about {things} were read there; all of them are here, by value.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph.py</extracomment>
        <source>{count} added</source>
        <translation>{count} added</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_compare_page.py</extracomment>
        <source>{count} affected attributes that no test detects there.</source>
        <translation>{count} affected attributes that no test detects there.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_paste.py</extracomment>
        <source>{count} are empty</source>
        <translation>{count} are empty</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>{count} are hidden.</source>
        <translation>{count} are hidden.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_meeting.py</extracomment>
        <source>{count} are unknown and no gap yet: they are not the same, nobody recorded them.</source>
        <translation>{count} are unknown and no gap yet: they are not the same, nobody recorded them.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/sections.py</extracomment>
        <source>{count} before these</source>
        <translation>{count} before these</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/facts.py</extracomment>
        <source>{count} before these: show them from the start</source>
        <translation>{count} before these: show them from the start</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/graph_work.py</extracomment>
        <source>{count} cards are drawn, more cannot be read. Hide or group some first.</source>
        <translation>{count} cards are drawn, more cannot be read. Hide or group some first.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/answer_export.py</extracomment>
        <source>{count} cells begin with an apostrophe now.</source>
        <translation>{count} cells begin with an apostrophe now.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/grid.py</extracomment>
        <source>{count} cells from {time} are back in the grid; they are not saved yet.</source>
        <translation>{count} cells from {time} are back in the grid; they are not saved yet.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/grid.py</extracomment>
        <source>{count} cells of this grid are not saved.</source>
        <translation>{count} cells of this grid are not saved.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_paste.py</extracomment>
        <source>{count} cells would be judged</source>
        <translation>{count} cells would be judged</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/grid.py</extracomment>
        <source>{count} changed</source>
        <translation>{count} changed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/impact_pages.py</extracomment>
        <source>{count} chosen</source>
        <translation>{count} chosen</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/timeline_picture.py</extracomment>
        <source>{count} days from {first} to {last}; the table says each.</source>
        <translation>{count} days from {first} to {last}; the table says each.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_groups.py</extracomment>
        <source>{count} empty field</source>
        <translation>{count} empty field</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_groups.py</extracomment>
        <source>{count} empty fields</source>
        <translation>{count} empty fields</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_state.py</extracomment>
        <source>{count} fields changed</source>
        <translation>{count} fields changed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_chart.py</extracomment>
        <source>{count} figures: {what} over {across}, from {low} ({low_at}) to {high} ({high_at}).</source>
        <translation>{count} figures: {what} over {across}, from {low} ({low_at}) to {high} ({high_at}).</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/explorer.py</extracomment>
        <source>{count} fit</source>
        <translation>{count} fit</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_bar.py</extracomment>
        <source>{count} found</source>
        <translation>{count} found</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_notes.py</extracomment>
        <source>{count} grouped by kind</source>
        <translation>{count} grouped by kind</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_notes.py</extracomment>
        <source>{count} hidden</source>
        <translation>{count} hidden</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/results_chart.py</extracomment>
        <source>{count} in other units not drawn</source>
        <translation>{count} in other units not drawn</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/matrix.py</extracomment>
        <source>{count} influences are recorded</source>
        <translation>{count} influences are recorded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix.py</extracomment>
        <source>{count} judgements are not saved.</source>
        <translation>{count} judgements are not saved.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/departure.py</extracomment>
        <source>{count} marked personal are left out.</source>
        <translation>{count} marked personal are left out.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/keeping.py</extracomment>
        <source>{count} more after this.</source>
        <translation>{count} more after this.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_run.py</extracomment>
        <source>{count} more are not listed here</source>
        <translation>{count} more are not listed here</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/process_parts.py</extracomment>
        <source>{count} more are not on the map: no setting at any site, or left out by “Only what differs”</source>
        <translation>{count} more are not on the map: no setting at any site, or left out by “Only what differs”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_form.py</extracomment>
        <source>{count} more are open nearby.</source>
        <translation>{count} more are open nearby.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_list.py</extracomment>
        <source>{count} more stand on its page</source>
        <translation>{count} more stand on its page</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/judging.py</extracomment>
        <source>{count} more were left as they are.</source>
        <translation>{count} more were left as they are.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/knowledge_risk.py</extracomment>
        <source>{count} no longer in use are left out.</source>
        <translation>{count} no longer in use are left out.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_notes.py</extracomment>
        <source>{count} not drawn: at most {most} cards can be read</source>
        <translation>{count} not drawn: at most {most} cards can be read</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>{count} of them are written in another form there (1.0 as 1).</source>
        <translation>{count} of them are written in another form there (1.0 as 1).</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_running.py</extracomment>
        <source>{count} of {all} rows have a + beside their number: they are {mark}.</source>
        <translation>{count} of {all} rows have a + beside their number: they are {mark}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/item_words.py</extracomment>
        <source>{count} of {total} effects, among them {names}: unknown, not “no impact”.</source>
        <translation>{count} of {total} effects, among them {names}: unknown, not “no impact”.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/exchange_place.py</extracomment>
        <source>{count} open</source>
        <translation>{count} open</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picture.py</extracomment>
        <source>{count} pages, drawn at {percent} %</source>
        <translation>{count} pages, drawn at {percent} %</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/departure_rows.py</extracomment>
        <source>{count} pieces of know-how, {alone} alone</source>
        <translation>{count} pieces of know-how, {alone} alone</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/grid.py</extracomment>
        <source>{count} read</source>
        <translation>{count} read</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/grid.py</extracomment>
        <source>{count} refused</source>
        <translation>{count} refused</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/matrix.py</extracomment>
        <source>{count} rejected or retired</source>
        <translation>{count} rejected or retired</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/results_chart.py</extracomment>
        <source>{count} results by batch; the table below lists what uses them</source>
        <translation>{count} results by batch; the table below lists what uses them</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_view.py</extracomment>
        <source>{count} rows</source>
        <translation>{count} rows</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/impact_pages.py</extracomment>
        <source>{count} rows chosen</source>
        <translation>{count} rows chosen</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/gap_returned.py</extracomment>
        <source>{count} rows say what was sent, and what is recorded now agrees.</source>
        <translation>{count} rows say what was sent, and what is recorded now agrees.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/answer_export.py</extracomment>
        <source>{count} rows written to {files}.</source>
        <translation>{count} rows written to {files}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/workbooks.py</extracomment>
        <source>{count} rows written to {file}.</source>
        <translation>{count} rows written to {file}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_paste.py</extracomment>
        <source>{count} rows, columns or cells are left out</source>
        <translation>{count} rows, columns or cells are left out</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_paste.py</extracomment>
        <source>{count} say what is recorded already</source>
        <translation>{count} say what is recorded already</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/status_line.py</extracomment>
        <source>{count} statements</source>
        <translation>{count} statements</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reasoning.py</extracomment>
        <source>{count} statements of the project and the ontology were looked at.</source>
        <translation>{count} statements of the project and the ontology were looked at.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copying.py</extracomment>
        <source>{count} statements read so far; nothing is changed.</source>
        <translation>{count} statements read so far; nothing is changed.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>{count} statements stand in the way</source>
        <translation>{count} statements stand in the way</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copying.py</extracomment>
        <source>{count} statements were added in one step, which can be undone, with those that say where they came from. The page of each thing says it, too.</source>
        <translation>{count} statements were added in one step, which can be undone, with those that say where they came from. The page of each thing says it, too.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/exchange.py</extracomment>
        <source>{count} statements written to {file}.</source>
        <translation>{count} statements written to {file}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>{count} things</source>
        <translation>{count} things</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>{count} things differ: {accepted} accepted, {refused} refused, {left} to decide · nothing enters the project before you accept</source>
        <translation>{count} things differ: {accepted} accepted, {refused} refused, {left} to decide · nothing enters the project before you accept</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_state.py</extracomment>
        <source>{count} to correct</source>
        <translation>{count} to correct</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>{count} touched</source>
        <translation>{count} touched</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/results_chart.py</extracomment>
        <source>{count} without figure, batch or day not drawn</source>
        <translation>{count} without figure, batch or day not drawn</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>{count} would go into the graph {graph}</source>
        <translation>{count} would go into the graph {graph}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/graph_scene.py</extracomment>
        <source>{count} × {kind}</source>
        <translation>{count} × {kind}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_side.py</extracomment>
        <source>{count}, grouped</source>
        <translation>{count}, grouped</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/results_chart.py</extracomment>
        <source>{count}, mean {mean} {unit}</source>
        <translation>{count}, mean {mean} {unit}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_head.py</extracomment>
        <source>{decided} of {total} decided</source>
        <translation>{decided} of {total} decided</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map.py</extracomment>
        <source>{differing} of {total} factors differ</source>
        <translation>{differing} of {total} factors differ</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/publishing.py</extracomment>
        <source>{doing}: {done} of {of} statements</source>
        <translation>{doing}: {done} of {of} statements</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_bar.py</extracomment>
        <source>{done} of {total} judged · {level}</source>
        <translation>{done} of {total} judged · {level}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picture.py</extracomment>
        <source>{dpi} dots per inch</source>
        <translation>{dpi} dots per inch</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/process_tree.py</extracomment>
        <source>{factors}, {count} listed</source>
        <translation>{factors}, {count} listed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/compare_rows.py</extracomment>
        <source>{factor} on {attribute}</source>
        <translation>{factor} on {attribute}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>{factor}: effect not assessed</source>
        <translation>{factor}: effect not assessed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/merge.py</extracomment>
        <source>{facts} are taken over</source>
        <translation>{facts} are taken over</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/field_list.py</extracomment>
        <source>{field}: add another</source>
        <translation>{field}: add another</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_row.py</extracomment>
        <source>{field}: as it is recorded again</source>
        <translation>{field}: as it is recorded again</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/field_measured.py</extracomment>
        <source>{field}: basis, how it is measured</source>
        <translation>{field}: basis, how it is measured</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/field_date.py</extracomment>
        <source>{field}: calendar</source>
        <translation>{field}: calendar</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picker.py</extracomment>
        <source>{field}: choose</source>
        <translation>{field}: choose</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/fields.py</extracomment>
        <source>{field}: language</source>
        <translation>{field}: language</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/field_list.py</extracomment>
        <source>{field}: remove this value</source>
        <translation>{field}: remove this value</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/field_measured.py</extracomment>
        <source>{field}: unit</source>
        <translation>{field}: unit</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/follow_rows.py</extracomment>
        <source>{figures}; not known to be measured in the same way.</source>
        <translation>{figures}; not known to be measured in the same way.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/export.py</extracomment>
        <source>{file} could not be written: {why}.</source>
        <translation>{file} could not be written: {why}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/make_bundle.py</extracomment>
        <source>{file}: send it by whatever way you like. Whoever alters it is noticed.</source>
        <translation>{file}: send it by whatever way you like. Whoever alters it is noticed.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_ring.py</extracomment>
        <source>{file}: send it to everybody who has your card.</source>
        <translation>{file}: send it to everybody who has your card.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/key_ring.py</extracomment>
        <source>{file}: send it to your partner, and read them its fingerprint by phone.</source>
        <translation>{file}: send it to your partner, and read them its fingerprint by phone.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copying.py</extracomment>
        <source>{found} statements about {things} things are there; {here} are in this project already. Of the things {new} are new here, {differing} get something added, {same} have it all. Nothing is removed or overwritten.</source>
        <translation>{found} statements about {things} things are there; {here} are in this project already. Of the things {new} are new here, {differing} get something added, {same} have it all. Nothing is removed or overwritten.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_form.py</extracomment>
        <source>{from} bears on {to}.</source>
        <translation>{from} bears on {to}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/update_preview.py</extracomment>
        <source>{graph}: {removed} removed, {added} added</source>
        <translation>{graph}: {removed} removed, {added} added</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/site_rows.py</extracomment>
        <source>{item}: {state}, {sites}</source>
        <translation>{item}: {state}, {sites}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/merge.py</extracomment>
        <source>{links} between the two are dropped</source>
        <translation>{links} between the two are dropped</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_open.py</extracomment>
        <source>{most} SPARQL tabs are open. Close one of them first.</source>
        <translation>{most} SPARQL tabs are open. Close one of them first.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules.py</extracomment>
        <source>{name} (copy)</source>
        <translation>{name} (copy)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/follow_rows.py</extracomment>
        <source>{name} not recorded</source>
        <translation>{name} not recorded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bookmarks.py</extracomment>
        <source>{name} · no longer in the project</source>
        <translation>{name} · no longer in the project</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/findings.py</extracomment>
        <source>{name} · {shown} of {count}</source>
        <translation>{name} · {shown} of {count}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/tabs.py</extracomment>
        <source>{name}, pinned</source>
        <translation>{name}, pinned</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_compared.py</extracomment>
        <source>{one} only in A, {other} only in B, {shifted} stand differently, {same} alike.</source>
        <translation>{one} only in A, {other} only in B, {shifted} stand differently, {same} alike.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/gap_rows.py</extracomment>
        <source>{open} open</source>
        <translation>{open} open</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/preferences.py</extracomment>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/matrix.py</extracomment>
        <source>{percent} % of {cells} assessed: {good} with effect, {idle} without; {rest} not assessed</source>
        <translation>{percent} % of {cells} assessed: {good} with effect, {idle} without; {rest} not assessed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/batches.py</extracomment>
        <source>{process}: n = {count}, mean {mean}, standard deviation {sd}</source>
        <translation>{process}: n = {count}, mean {mean}, standard deviation {sd}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/bundle_rows.py</extracomment>
        <source>{property}: they: {value}</source>
        <translation>{property}: they: {value}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/bundle_rows.py</extracomment>
        <source>{property}: you: {value}</source>
        <translation>{property}: you: {value}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/inspector_item.py</extracomment>
        <source>{range} is void here:</source>
        <translation>{range} is void here:</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/package.py</extracomment>
        <source>{ready} of {all} items are there, {late} overdue on {day}. What is missing stands first.</source>
        <translation>{ready} of {all} items are there, {late} overdue on {day}. What is missing stands first.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/exchange_place.py</extracomment>
        <source>{refused} refused, {left} undecided</source>
        <translation>{refused} refused, {left} undecided</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/workbook_import.py</extracomment>
        <source>{rows} rows read; {same} values say what is recorded. Nothing is written before you take it over.</source>
        <translation>{rows} rows read; {same} values say what is recorded. Nothing is written before you take it over.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/answer_view.py</extracomment>
        <source>{rows} · {time}</source>
        <translation>{rows} · {time}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/bundle_start.py</extracomment>
        <source>{sentence} What the sender said stays in the sender's part of the project; what you add gets addresses of your own.</source>
        <translation>{sentence} What the sender said stays in the sender's part of the project; what you add gets addresses of your own.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/exchange_place.py</extracomment>
        <source>{sent} sent · {received} received · {points} points open</source>
        <translation>{sent} sent · {received} received · {points} points open</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/finding_detail.py</extracomment>
        <source>{severity} of the rule “{rule}”</source>
        <translation>{severity} of the rule “{rule}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>{shown} of {looked} looked through</source>
        <translation>{shown} of {looked} looked through</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/process_tree.py</extracomment>
        <source>{shown} of {total}</source>
        <translation>{shown} of {total}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/graph_side.py</extracomment>
        <source>{shown} of {total} shown</source>
        <translation>{shown} of {total} shown</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/explorer.py</extracomment>
        <source>{shown} of {total} · more</source>
        <translation>{shown} of {total} · more</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/attachments.py</extracomment>
        <source>{size} bytes</source>
        <translation>{size} bytes</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/previews.py</extracomment>
        <source>{size}: too large to show here. Save it to look at it.</source>
        <translation>{size}: too large to show here. Save it to look at it.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/make_bundle.py</extracomment>
        <source>{statements} statements and {things} marked or silent things stay.</source>
        <translation>{statements} statements and {things} marked or silent things stay.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/retire.py</extracomment>
        <source>{statements}. They stay as they are: look whether they still hold.</source>
        <translation>{statements}. They stay as they are: look whether they still hold.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/steps_menu.py</extracomment>
        <source>{step}  (and those above)</source>
        <translation>{step}  (and those above)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>{there} No process as kgapp describes one: search, graph, questions and SPARQL work.</source>
        <translation>{there} No process as kgapp describes one: search, graph, questions and SPARQL work.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/server_form.py</extracomment>
        <source>{there} There are processes for the map; addresses begin with {base}</source>
        <translation>{there} There are processes for the map; addresses begin with {base}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_titles.py</extracomment>
        <source>{thing} at {site}</source>
        <translation>{thing} at {site}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map.py</extracomment>
        <source>{total} factors, {known} with a setting</source>
        <translation>{total} factors, {known} with a setting</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/search_results.py</extracomment>
        <source>{total} found</source>
        <translation>{total} found</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/merge.py</extracomment>
        <source>{uses} will point to the one that stays</source>
        <translation>{uses} will point to the one that stays</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/bundle_rows.py</extracomment>
        <source>{value}, since revision {number} ({who_and_when})</source>
        <translation>{value}, since revision {number} ({who_and_when})</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/item_words.py</extracomment>
        <source>{what} goes from {old} to {new}.</source>
        <translation>{what} goes from {old} to {new}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/item_words.py</extracomment>
        <source>{what} is replaced by {new}.</source>
        <translation>{what} is replaced by {new}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_dialogs.py</extracomment>
        <source>{what}: {count} rows</source>
        <translation>{what}: {count} rows</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/work_rows.py</extracomment>
        <source>{when}, not at every site</source>
        <translation>{when}, not at every site</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/history.py</extracomment>
        <source>{who} ({identity}), {when}. Why: {why}</source>
        <translation>{who} ({identity}), {when}. Why: {why}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picture.py</extracomment>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} pixels</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/findings.py</extracomment>
        <source>{words} · showing {shown} of {total}</source>
        <translation>{words} · showing {shown} of {total}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map.py</extracomment>
        <source>{words}, {shown} named here</source>
        <translation>{words}, {shown} named here</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_strip.py</extracomment>
        <source>{word}, line {line}: {sentence}</source>
        <translation>{word}, line {line}: {sentence}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/gap_rows.py</extracomment>
        <source>{word}?</source>
        <translation>{word}?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_saving.py</extracomment>
        <source>{{{name}}} is called</source>
        <translation>{{{name}}} is called</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_saving.py</extracomment>
        <source>{{{name}}} takes</source>
        <translation>{{{name}}} takes</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/bundle_rows.py</extracomment>
        <source>± changed</source>
        <translation>± changed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/matrix.py</extracomment>
        <source>×</source>
        <translation>×</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_bar.py</extracomment>
        <source>× rejected or retired</source>
        <translation>× rejected or retired</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/questions.py</extracomment>
        <source>“Edit a copy” opens its SPARQL, where “Why no rows?” and “With what follows” help.</source>
        <translation>“Edit a copy” opens its SPARQL, where “Why no rows?” and “With what follows” help.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_running.py</extracomment>
        <source>“Why no rows?” says which part of the text leaves none.</source>
        <translation>“Why no rows?” says which part of the text leaves none.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/sparql_running.py</extracomment>
        <source>“With what follows” asks also what nobody stated, such as wider classes.</source>
        <translation>“With what follows” asks also what nobody stated, such as wider classes.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/attachments.py</extracomment>
        <source>“{name}” came from outside and is opened by another program. Do you trust where it came from?</source>
        <translation>“{name}” came from outside and is opened by another program. Do you trust where it came from?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/impacts.py</extracomment>
        <source>“{name}” cannot change by itself.</source>
        <translation>“{name}” cannot change by itself.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/merge.py</extracomment>
        <source>“{name}” stays</source>
        <translation>“{name}” stays</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/verdict_box.py</extracomment>
        <source>“{reason}”</source>
        <translation>“{reason}”</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_bar.py</extracomment>
        <source>• not saved</source>
        <translation>• not saved</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/copying.py</extracomment>
        <source>… and {count} lines more</source>
        <translation>… and {count} lines more</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>… and {count} more</source>
        <translation>… and {count} more</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/workbook_import.py</extracomment>
        <source>… and {count} more, which are taken over, too</source>
        <translation>… and {count} more, which are taken over, too</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_form.py</extracomment>
        <source>… comes from</source>
        <translation>… comes from</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/rules_form.py</extracomment>
        <source>… leads to</source>
        <translation>… leads to</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_bar.py</extracomment>
        <source>↑ ↓ ↕ direction</source>
        <translation>↑ ↓ ↕ direction</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/bundle_rows.py</extracomment>
        <source>⇄ conflict</source>
        <translation>⇄ conflict</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>∅ missing</source>
        <translation>∅ missing</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/bundle_rows.py</extracomment>
        <source>− removed</source>
        <translation>− removed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/matrix.py</extracomment>
        <source>⌂</source>
        <translation>⌂</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/matrix.py</extracomment>
        <source>◇</source>
        <translation>◇</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/matrix_bar.py</extracomment>
        <source>◇ suggested by a risk</source>
        <translation>◇ suggested by a risk</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/review_head.py</extracomment>
        <source>⚠ Review after closure, {count}:</source>
        <translation>⚠ Review after closure, {count}:</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/verdict_box.py</extracomment>
        <source>⚠ Suspect: {why}</source>
        <translation>⚠ Suspect: {why}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/verdict_words.py</extracomment>
        <source>⚠ suspect</source>
        <translation>⚠ suspect</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_compare.py</extracomment>
        <source>✓ justified</source>
        <translation>✓ justified</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/bundle.py</extracomment>
        <source>✓ verified</source>
        <translation>✓ verified</translation>
    </message>
</context>
</TS>
