<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>kgapp</name>
    <message>
        <extracomment>kgapp/ui/models/process_parts.py</extracomment>
        <source> and {count} more</source>
        <translation> and {count} more</translation>
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
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Close tab</source>
        <translation>&amp;Close tab</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_form.py</extracomment>
        <source>&amp;Effective</source>
        <translation>&amp;Effective</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Explorer</source>
        <translation>&amp;Explorer</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Forward</source>
        <translation>&amp;Forward</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_form.py</extracomment>
        <source>&amp;From, to</source>
        <translation>&amp;From, to</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;High contrast</source>
        <translation>&amp;High contrast</translation>
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
        <extracomment>kgapp/ui/panels/change_form.py</extracomment>
        <source>&amp;Kind</source>
        <translation>&amp;Kind</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/new_inline.py</extracomment>
        <source>&amp;Label</source>
        <translation>&amp;Label</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Larger text</source>
        <translation>&amp;Larger text</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;New…</source>
        <translation>&amp;New…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Open…</source>
        <translation>&amp;Open…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Quit</source>
        <translation>&amp;Quit</translation>
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
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Search</source>
        <translation>&amp;Search</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_form.py</extracomment>
        <source>&amp;Site</source>
        <translation>&amp;Site</translation>
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
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>&amp;Usual text size</source>
        <translation>&amp;Usual text size</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reason.py</extracomment>
        <source>&amp;Why?</source>
        <translation>&amp;Why?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/card_lines.py</extracomment>
        <source>+{count} more</source>
        <translation>+{count} more</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form.py</extracomment>
        <source>1 field changed</source>
        <translation>1 field changed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form.py</extracomment>
        <source>1 to correct before saving</source>
        <translation>1 to correct before saving</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/fields.py</extracomment>
        <source>&lt;address&gt;, "text"@en or "7.40"^^&lt;datatype&gt;</source>
        <translation>&lt;address&gt;, "text"@en or "7.40"^^&lt;datatype&gt;</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_leaving.py</extracomment>
        <source>A draft stays on this computer and is offered again.</source>
        <translation>A draft stays on this computer and is offered again.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map.py</extracomment>
        <source>A general process with its unit operations, and the processes of the sites, stand here side by side.</source>
        <translation>A general process with its unit operations, and the processes of the sites, stand here side by side.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/field_list.py</extracomment>
        <source>Add another</source>
        <translation>Add another</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/copying.py</extracomment>
        <source>Address</source>
        <translation>Address</translation>
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
        <extracomment>kgapp/ui/exchange.py</extracomment>
        <source>All of them together</source>
        <translation>All of them together</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_groups.py</extracomment>
        <source>Also recorded</source>
        <translation>Also recorded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_form.py</extracomment>
        <source>An analysis changes nothing in the project. It supports a decision; it does not take it.</source>
        <translation>An analysis changes nothing in the project. It supports a decision; it does not take it.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_form.py</extracomment>
        <source>Any site</source>
        <translation>Any site</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_row.py</extracomment>
        <source>As it is recorded again</source>
        <translation>As it is recorded again</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Ask</source>
        <translation>Ask</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/impact.py</extracomment>
        <source>Ask again</source>
        <translation>Ask again</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/keeping.py</extracomment>
        <source>Ask each time</source>
        <translation>Ask each time</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/top_bar.py</extracomment>
        <source>Assess a change…</source>
        <translation>Assess a change…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_figures.py</extracomment>
        <source>At the sites</source>
        <translation>At the sites</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_figures.py</extracomment>
        <source>At the sites: {shown} of {total} factors</source>
        <translation>At the sites: {shown} of {total} factors</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity_head.py</extracomment>
        <source>Attach…</source>
        <translation>Attach…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/card_lines.py</extracomment>
        <source>Basis: {basis}</source>
        <translation>Basis: {basis}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity_head.py</extracomment>
        <source>Bookmark this page (Ctrl+D)</source>
        <translation>Bookmark this page (Ctrl+D)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity_head.py</extracomment>
        <source>Bookmarked</source>
        <translation>Bookmarked</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/field_date.py</extracomment>
        <source>Calendar</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_form.py</extracomment>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/impact.py</extracomment>
        <source>Change the question…</source>
        <translation>Change the question…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picker.py</extracomment>
        <source>Choices for {field}</source>
        <translation>Choices for {field}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/export.py</extracomment>
        <source>Choose a smaller resolution, or SVG or PDF, which stay sharp at any size.</source>
        <translation>Choose a smaller resolution, or SVG or PDF, which stay sharp at any size.</translation>
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
        <extracomment>kgapp/ui/window.py</extracomment>
        <source>Choose what it belongs to.</source>
        <translation>Choose what it belongs to.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Clear</source>
        <translation>Clear</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/keeping.py</extracomment>
        <source>Close</source>
        <translation>Close</translation>
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
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Colours as the &amp;system</source>
        <translation>Colours as the &amp;system</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Commands</source>
        <translation>Commands</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Compare with</source>
        <translation>Compare with</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Compare with {site}</source>
        <translation>Compare with {site}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/keeping.py</extracomment>
        <source>Continue</source>
        <translation>Continue</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/copying.py</extracomment>
        <source>Copied</source>
        <translation>Copied</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Copy address</source>
        <translation>Copy address</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Copy as table</source>
        <translation>Copy as table</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Copy name</source>
        <translation>Copy name</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_figures.py</extracomment>
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
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Da&amp;rk colours</source>
        <translation>Da&amp;rk colours</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>Decided by unknowns</source>
        <translation>Decided by unknowns</translation>
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
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Drawing</source>
        <translation>Drawing</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map.py</extracomment>
        <source>Drawing the process map…</source>
        <translation>Drawing the process map…</translation>
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
        <extracomment>kgapp/ui/panels/entity_head.py</extracomment>
        <source>Edit in a form (F2)</source>
        <translation>Edit in a form (F2)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_frame.py</extracomment>
        <source>Edit {name}</source>
        <translation>Edit {name}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Edit…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_form.py</extracomment>
        <source>Effective from</source>
        <translation>Effective from</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/spell.py</extracomment>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>End the &amp;working spell</source>
        <translation>End the &amp;working spell</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/spell.py</extracomment>
        <source>End the working spell</source>
        <translation>End the working spell</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_figures.py</extracomment>
        <source>Enter opens the page of a figure.</source>
        <translation>Enter opens the page of a figure.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/spell.py</extracomment>
        <source>Every save carries the reason “{reason}”. Click to change it.</source>
        <translation>Every save carries the reason “{reason}”. Click to change it.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Everything</source>
        <translation>Everything</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Everything about each parameter</source>
        <translation>Everything about each parameter</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>Evidence</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_groups.py</extracomment>
        <source>Evidence and sources</source>
        <translation>Evidence and sources</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/exchange.py</extracomment>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_figures.py</extracomment>
        <source>F2 or a double click edits a figure, Enter opens its page.</source>
        <translation>F2 or a double click edits a figure, Enter opens its page.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_table.py</extracomment>
        <source>Factor</source>
        <translation>Factor</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/facts.py</extracomment>
        <source>Facts</source>
        <translation>Facts</translation>
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
        <extracomment>kgapp/ui/panels/impact.py</extracomment>
        <source>Filter the list</source>
        <translation>Filter the list</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Fin&amp;dings</source>
        <translation>Fin&amp;dings</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Fit</source>
        <translation>Fit</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/sheets.py</extracomment>
        <source>Fit it on one page, or fold steps and sites that are not needed.</source>
        <translation>Fit it on one page, or fold steps and sites that are not needed.</translation>
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
        <extracomment>kgapp/ui/panels/change_form.py</extracomment>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_form.py</extracomment>
        <source>From and to</source>
        <translation>From and to</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/spell.py</extracomment>
        <source>From now on, ask for the reason at each save</source>
        <translation>From now on, ask for the reason at each save</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_leaving.py</extracomment>
        <source>Go on editing</source>
        <translation>Go on editing</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>Held</source>
        <translation>Held</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/facts.py</extracomment>
        <source>History</source>
        <translation>History</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>Hops</source>
        <translation>Hops</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_table.py</extracomment>
        <source>How it is measured</source>
        <translation>How it is measured</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/copying.py</extracomment>
        <source>Id</source>
        <translation>Id</translation>
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
        <extracomment>kgapp/ui/panels/entity_head.py</extracomment>
        <source>Impact of…</source>
        <translation>Impact of…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/window.py</extracomment>
        <source>Impact: {name}</source>
        <translation>Impact: {name}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/impact.py</extracomment>
        <source>Impact: {what}</source>
        <translation>Impact: {what}</translation>
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
        <extracomment>kgapp/ui/keeping.py</extracomment>
        <source>Input that was not saved could not be read again; the damaged file was set aside.</source>
        <translation>Input that was not saved could not be read again; the damaged file was set aside.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/new_inline.py</extracomment>
        <source>It is saved at once, as a step of its own; open its page to say more.</source>
        <translation>It is saved at once, as a step of its own; open its page to say more.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_figures.py</extracomment>
        <source>It says exactly that.</source>
        <translation>It says exactly that.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/impact.py</extracomment>
        <source>Items of the impact</source>
        <translation>Items of the impact</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity_head.py</extracomment>
        <source>Keep a file with it</source>
        <translation>Keep a file with it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_leaving.py</extracomment>
        <source>Keep as draft</source>
        <translation>Keep as draft</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_row.py</extracomment>
        <source>Keep mine</source>
        <translation>Keep mine</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/copying.py</extracomment>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_form.py</extracomment>
        <source>Kind of change</source>
        <translation>Kind of change</translation>
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
        <extracomment>kgapp/ui/panels/fields.py</extracomment>
        <source>Language of the text, such as en or pt-br; empty for none</source>
        <translation>Language of the text, such as en or pt-br; empty for none</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_frame.py</extracomment>
        <source>Leave the form (Esc)</source>
        <translation>Leave the form (Esc)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form.py</extracomment>
        <source>Looking it up…</source>
        <translation>Looking it up…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>Loses support</source>
        <translation>Loses support</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/new_inline.py</extracomment>
        <source>Make a new one</source>
        <translation>Make a new one</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/new_inline.py</extracomment>
        <source>Make it…</source>
        <translation>Make it…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/window.py</extracomment>
        <source>Making the CAR-T demo…</source>
        <translation>Making the CAR-T demo…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/top_bar.py</extracomment>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/copying.py</extracomment>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_groups.py</extracomment>
        <source>Names</source>
        <translation>Names</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/new_inline.py</extracomment>
        <source>New</source>
        <translation>New</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/window.py</extracomment>
        <source>New project</source>
        <translation>New project</translation>
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
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Next thing reached</source>
        <translation>Next thing reached</translation>
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
        <extracomment>kgapp/ui/panels/map.py</extracomment>
        <source>No process yet</source>
        <translation>No process yet</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/window.py</extracomment>
        <source>Nobody else writes this project any more.</source>
        <translation>Nobody else writes this project any more.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>Nobody has recorded whether it is affected: unknown, not “no impact”.</source>
        <translation>Nobody has recorded whether it is affected: unknown, not “no impact”.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_table.py</extracomment>
        <source>Normal range</source>
        <translation>Normal range</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/impact.py</extracomment>
        <source>Not assessed {count}</source>
        <translation>Not assessed {count}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity_head.py</extracomment>
        <source>Not bookmarked</source>
        <translation>Not bookmarked</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/facts.py</extracomment>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/states.py</extracomment>
        <source>Nothing in the project was changed.</source>
        <translation>Nothing in the project was changed.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/tasks.py</extracomment>
        <source>Nothing in the project was changed. Try again.</source>
        <translation>Nothing in the project was changed. Try again.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/exchange.py</extracomment>
        <source>Nothing new: the project holds all of it already.</source>
        <translation>Nothing new: the project holds all of it already.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picker.py</extracomment>
        <source>Nothing that fits here is called “{words}”.</source>
        <translation>Nothing that fits here is called “{words}”.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/top_bar.py</extracomment>
        <source>Nothing to redo</source>
        <translation>Nothing to redo</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/top_bar.py</extracomment>
        <source>Nothing to undo</source>
        <translation>Nothing to undo</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/impact.py</extracomment>
        <source>Nothing was changed. A part of an answer is never shown.</source>
        <translation>Nothing was changed. A part of an answer is never shown.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/saving.py</extracomment>
        <source>Nothing would change: nothing was saved.</source>
        <translation>Nothing would change: nothing was saved.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/saving.py</extracomment>
        <source>One reason for all saves until you end it</source>
        <translation>One reason for all saves until you end it</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Only what differs</source>
        <translation>Only what differs</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/window.py</extracomment>
        <source>Open a project</source>
        <translation>Open a project</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Open all</source>
        <translation>Open all</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Open page</source>
        <translation>Open page</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Open the CAR-T &amp;demo</source>
        <translation>Open the CAR-T &amp;demo</translation>
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
        <extracomment>kgapp/ui/window.py</extracomment>
        <source>Opening {name}…</source>
        <translation>Opening {name}…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>Other paths point the other way.</source>
        <translation>Other paths point the other way.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/map_view.py</extracomment>
        <source>Overview</source>
        <translation>Overview</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/sheets.py</extracomment>
        <source>Page {page} of {pages}</source>
        <translation>Page {page} of {pages}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/map_view.py</extracomment>
        <source>Parameters</source>
        <translation>Parameters</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Previous thing reached</source>
        <translation>Previous thing reached</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
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
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Project</source>
        <translation>Project</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_table.py</extracomment>
        <source>Proven range</source>
        <translation>Proven range</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>Reach</source>
        <translation>Reach</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/spell.py</extracomment>
        <source>Reason for all saves: {reason}</source>
        <translation>Reason for all saves: {reason}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reason.py</extracomment>
        <source>Reasons given lately</source>
        <translation>Reasons given lately</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/top_bar.py</extracomment>
        <source>Redo: {step}</source>
        <translation>Redo: {step}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/field_list.py</extracomment>
        <source>Remove this value</source>
        <translation>Remove this value</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_frame.py</extracomment>
        <source>Revert</source>
        <translation>Revert</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/exchange.py</extracomment>
        <source>Revision {number}: {count} statements added.</source>
        <translation>Revision {number}: {count} statements added.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>S&amp;maller text</source>
        <translation>S&amp;maller text</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reason.py</extracomment>
        <source>Save</source>
        <translation>Save</translation>
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
        <extracomment>kgapp/ui/panels/impact.py</extracomment>
        <source>Save report…</source>
        <translation>Save report…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/window.py</extracomment>
        <source>Save the report</source>
        <translation>Save the report</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/saving.py</extracomment>
        <source>Saved as revision {number}: {summary}</source>
        <translation>Saved as revision {number}: {summary}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/window.py</extracomment>
        <source>Saved {path}</source>
        <translation>Saved {path}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_frame.py</extracomment>
        <source>Save…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form.py</extracomment>
        <source>Saving…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_table.py</extracomment>
        <source>Setting</source>
        <translation>Setting</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_figures.py</extracomment>
        <source>Settings and ranges at the sites</source>
        <translation>Settings and ranges at the sites</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/impact.py</extracomment>
        <source>Show on map</source>
        <translation>Show on map</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/menus.py</extracomment>
        <source>Show on the map</source>
        <translation>Show on the map</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Show the whole process (0)</source>
        <translation>Show the whole process (0)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_form.py</extracomment>
        <source>Show what it touches</source>
        <translation>Show what it touches</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map.py</extracomment>
        <source>Showing the {shown} of {total} factors that differ</source>
        <translation>Showing the {shown} of {total} factors that differ</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map.py</extracomment>
        <source>Showing {shown} of {total} factors</source>
        <translation>Showing {shown} of {total} factors</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_table.py</extracomment>
        <source>Site</source>
        <translation>Site</translation>
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
        <extracomment>kgapp/ui/canvas/map_view.py</extracomment>
        <source>Steps</source>
        <translation>Steps</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Steps and sites</source>
        <translation>Steps and sites</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Steps with their factors, equipment and materials</source>
        <translation>Steps with their factors, equipment and materials</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/exchange.py</extracomment>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/impact.py</extracomment>
        <source>Stopped</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/tabs.py</extracomment>
        <source>Tabs</source>
        <translation>Tabs</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity_head.py</extracomment>
        <source>Take the bookmark away (Ctrl+D)</source>
        <translation>Take the bookmark away (Ctrl+D)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Take the impact away</source>
        <translation>Take the impact away</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_row.py</extracomment>
        <source>Take theirs</source>
        <translation>Take theirs</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/export.py</extracomment>
        <source>The picture would be {width} × {height} pixels; more than {most} million are not made.</source>
        <translation>The picture would be {width} × {height} pixels; more than {most} million are not made.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>The same as a tree, for the keyboard and for screen readers (T)</source>
        <translation>The same as a tree, for the keyboard and for screen readers (T)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>The site that the others are compared with</source>
        <translation>The site that the others are compared with</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>The whole process: how much there is in each step</source>
        <translation>The whole process: how much there is in each step</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picker.py</extracomment>
        <source>There are more: type to narrow them down.</source>
        <translation>There are more: type to narrow them down.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/exchange.py</extracomment>
        <source>This kind of file holds one graph, the project has {count}. Which?</source>
        <translation>This kind of file holds one graph, the project has {count}. Which?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_figures.py</extracomment>
        <source>This project can only be read here.</source>
        <translation>This project can only be read here.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form.py</extracomment>
        <source>This project is open for reading only.</source>
        <translation>This project is open for reading only.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/sheets.py</extracomment>
        <source>This would be {count} pages.</source>
        <translation>This would be {count} pages.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_form.py</extracomment>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>Touched</source>
        <translation>Touched</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/impact.py</extracomment>
        <source>Tracing what {name} reaches…</source>
        <translation>Tracing what {name} reaches…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>Tree</source>
        <translation>Tree</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/states.py</extracomment>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/window.py</extracomment>
        <source>Try to write</source>
        <translation>Try to write</translation>
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
        <extracomment>kgapp/ui/panels/form_leaving.py</extracomment>
        <source>Unsaved input</source>
        <translation>Unsaved input</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/keeping.py</extracomment>
        <source>Use it for all saves</source>
        <translation>Use it for all saves</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>Use one &amp;reason for all saves…</source>
        <translation>Use one &amp;reason for all saves…</translation>
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
        <extracomment>kgapp/ui/models/facts.py</extracomment>
        <source>Used by · {link}</source>
        <translation>Used by · {link}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/facts.py</extracomment>
        <source>Value</source>
        <translation>Value</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/actions.py</extracomment>
        <source>View</source>
        <translation>View</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/facts.py</extracomment>
        <source>Violation</source>
        <translation>Violation</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/facts.py</extracomment>
        <source>Warning</source>
        <translation>Warning</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/window.py</extracomment>
        <source>Web page (*.html)</source>
        <translation>Web page (*.html)</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/facts.py</extracomment>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/impact.py</extracomment>
        <source>What could hold it {count}</source>
        <translation>What could hold it {count}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>What could hold this change</source>
        <translation>What could hold this change</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/site_figures.py</extracomment>
        <source>What does not fit</source>
        <translation>What does not fit</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_form.py</extracomment>
        <source>What if {name} changes?</source>
        <translation>What if {name} changes?</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/reason.py</extracomment>
        <source>What led to this change; it stays in the history</source>
        <translation>What led to this change; it stays in the history</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/saving.py</extracomment>
        <source>What you entered is still here. Save it when nobody else writes.</source>
        <translation>What you entered is still here. Save it when nobody else writes.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity_head.py</extracomment>
        <source>Where it belongs</source>
        <translation>Where it belongs</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>Work list</source>
        <translation>Work list</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/window.py</extracomment>
        <source>Write here</source>
        <translation>Write here</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/exchange.py</extracomment>
        <source>Writing {file}…</source>
        <translation>Writing {file}…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/window.py</extracomment>
        <source>You can read this project, not change it: {why}</source>
        <translation>You can read this project, not change it: {why}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_leaving.py</extracomment>
        <source>You changed “{name}” and did not save it.</source>
        <translation>You changed “{name}” and did not save it.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/keeping.py</extracomment>
        <source>You were editing {title} ({time}), and it was not saved.</source>
        <translation>You were editing {title} ({time}), and it was not saved.</translation>
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
        <extracomment>kgapp/ui/panels/form_row.py</extracomment>
        <source>advised</source>
        <translation>advised</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/facts.py</extracomment>
        <source>and {count} more</source>
        <translation>and {count} more</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/facts.py</extracomment>
        <source>and {count} more: search finds them</source>
        <translation>and {count} more: search finds them</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/card_lines.py</extracomment>
        <source>at</source>
        <translation>at</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>attribute</source>
        <translation>attribute</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>attributes</source>
        <translation>attributes</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>batch record steps</source>
        <translation>batch record steps</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_row.py</extracomment>
        <source>changed</source>
        <translation>changed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_row.py</extracomment>
        <source>changed meanwhile</source>
        <translation>changed meanwhile</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form.py</extracomment>
        <source>choose what was changed meanwhile</source>
        <translation>choose what was changed meanwhile</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>comparability studies</source>
        <translation>comparability studies</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/process_parts.py</extracomment>
        <source>control</source>
        <translation>control</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>controls</source>
        <translation>controls</translation>
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
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>differs from {site}</source>
        <translation>differs from {site}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>documents</source>
        <translation>documents</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/window.py</extracomment>
        <source>engine loading…</source>
        <translation>engine loading…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/window.py</extracomment>
        <source>engine ready</source>
        <translation>engine ready</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/window.py</extracomment>
        <source>engine stopped</source>
        <translation>engine stopped</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>established conditions</source>
        <translation>established conditions</translation>
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
        <extracomment>kgapp/ui/models/process_parts.py</extracomment>
        <source>finding</source>
        <translation>finding</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/process_parts.py</extracomment>
        <source>findings</source>
        <translation>findings</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/map_spots.py</extracomment>
        <source>folded</source>
        <translation>folded</translation>
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
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>gaps</source>
        <translation>gaps</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>high</source>
        <translation>high</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>holds</source>
        <translation>holds</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>in-process controls</source>
        <translation>in-process controls</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/map_headings.py</extracomment>
        <source>invented</source>
        <translation>invented</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/tasks.py</extracomment>
        <source>kgapp made an error: {error}</source>
        <translation>kgapp made an error: {error}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/window.py</extracomment>
        <source>kgapp projects (*{suffix})</source>
        <translation>kgapp projects (*{suffix})</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>know-how of experts</source>
        <translation>know-how of experts</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
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
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>medium</source>
        <translation>medium</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>methods</source>
        <translation>methods</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/facts.py</extracomment>
        <source>more than {count}</source>
        <translation>more than {count}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/fields.py</extracomment>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/export.py</extracomment>
        <source>no revision yet</source>
        <translation>no revision yet</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/field_measured.py</extracomment>
        <source>no unit</source>
        <translation>no unit</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/site_table.py</extracomment>
        <source>none holds here</source>
        <translation>none holds here</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/process_parts.py</extracomment>
        <source>not applicable by design</source>
        <translation>not applicable by design</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/card_lines.py</extracomment>
        <source>not recorded</source>
        <translation>not recorded</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/fields.py</extracomment>
        <source>not stated</source>
        <translation>not stated</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_form.py</extracomment>
        <source>not stated, such as 2027-03-01</source>
        <translation>not stated, such as 2027-03-01</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_frame.py</extracomment>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_row.py</extracomment>
        <source>nothing</source>
        <translation>nothing</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_form.py</extracomment>
        <source>now</source>
        <translation>now</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_frame.py</extracomment>
        <source>of no known kind</source>
        <translation>of no known kind</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/facts.py</extracomment>
        <source>older…</source>
        <translation>older…</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>other changes</source>
        <translation>other changes</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>other things</source>
        <translation>other things</translation>
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
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>ranges</source>
        <translation>ranges</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/window.py</extracomment>
        <source>read-only</source>
        <translation>read-only</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>registration details</source>
        <translation>registration details</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity_head.py</extracomment>
        <source>retired</source>
        <translation>retired</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/window.py</extracomment>
        <source>revision {number}</source>
        <translation>revision {number}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/canvas/export.py</extracomment>
        <source>revision {seq} ({hash})</source>
        <translation>revision {seq} ({hash})</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/process_parts.py</extracomment>
        <source>risk</source>
        <translation>risk</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>risks</source>
        <translation>risks</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>sampling points</source>
        <translation>sampling points</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/window.py</extracomment>
        <source>saved</source>
        <translation>saved</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>settings at sites</source>
        <translation>settings at sites</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>specifications</source>
        <translation>specifications</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity_head.py</extracomment>
        <source>statement</source>
        <translation>statement</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity_head.py</extracomment>
        <source>statements</source>
        <translation>statements</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/field_date.py</extracomment>
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
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>supply</source>
        <translation>supply</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/impact.py</extracomment>
        <source>the project changed since</source>
        <translation>the project changed since</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/change_form.py</extracomment>
        <source>then</source>
        <translation>then</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_row.py</extracomment>
        <source>to correct</source>
        <translation>to correct</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>touched</source>
        <translation>touched</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>trainings</source>
        <translation>trainings</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/picker.py</extracomment>
        <source>type to search, or drop a thing here</source>
        <translation>type to search, or drop a thing here</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>unknown</source>
        <translation>unknown</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_bar.py</extracomment>
        <source>unknown decides</source>
        <translation>unknown decides</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/entity_head.py</extracomment>
        <source>used by {statements}</source>
        <translation>used by {statements}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>void</source>
        <translation>void</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_row.py</extracomment>
        <source>warning</source>
        <translation>warning</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_row.py</extracomment>
        <source>will be reported</source>
        <translation>will be reported</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/fields.py</extracomment>
        <source>yes</source>
        <translation>yes</translation>
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
        <extracomment>kgapp/ui/models/facts.py</extracomment>
        <source>{count} before these: show them from the start</source>
        <translation>{count} before these: show them from the start</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_groups.py</extracomment>
        <source>{count} empty field: {names}</source>
        <translation>{count} empty field: {names}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form_groups.py</extracomment>
        <source>{count} empty fields: {names}</source>
        <translation>{count} empty fields: {names}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form.py</extracomment>
        <source>{count} fields changed</source>
        <translation>{count} fields changed</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/keeping.py</extracomment>
        <source>{count} more after this.</source>
        <translation>{count} more after this.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/map_list.py</extracomment>
        <source>{count} more stand on its page</source>
        <translation>{count} more stand on its page</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/window.py</extracomment>
        <source>{count} statements</source>
        <translation>{count} statements</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/exchange.py</extracomment>
        <source>{count} statements written to {file}.</source>
        <translation>{count} statements written to {file}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/form.py</extracomment>
        <source>{count} to correct</source>
        <translation>{count} to correct</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/models/impact_items.py</extracomment>
        <source>{factor}: effect not assessed on {attributes}</source>
        <translation>{factor}: effect not assessed on {attributes}</translation>
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
        <extracomment>kgapp/ui/canvas/export.py</extracomment>
        <source>{file} could not be written: {why}.</source>
        <translation>{file} could not be written: {why}.</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/panels/impact.py</extracomment>
        <source>{thing} at {site}</source>
        <translation>{thing} at {site}</translation>
    </message>
    <message>
        <extracomment>kgapp/ui/window.py</extracomment>
        <source>“{name}” cannot change by itself.</source>
        <translation>“{name}” cannot change by itself.</translation>
    </message>
</context>
</TS>
