<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>AboutPanel</name>
  <message>
   <source>Closed because</source>
   <translation>Closed because</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Customer</translation>
  </message>
  <message>
   <source>Edit…</source>
   <translation>Edit…</translation>
  </message>
  <message>
   <source>Filing number</source>
   <translation>Filing number</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>Owner</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>Province</translation>
  </message>
  <message>
   <source>Ticket</source>
   <translation>Ticket</translation>
  </message>
 </context>
 <context>
  <name>AdditionsDialog</name>
  <message>
   <source>Form and letters stay as they are; these enclosures are added. The older packet stays.</source>
   <translation>Form and letters stay as they are; these enclosures are added. The older packet stays.</translation>
  </message>
  <message>
   <source>Make the packet</source>
   <translation>Make the packet</translation>
  </message>
  <message>
   <source>Make the packet anew</source>
   <translation>Make the packet anew</translation>
  </message>
 </context>
 <context>
  <name>AdvicePanel</name>
  <message>
   <source>Source: {source} ({date})</source>
   <translation>Source: {source} ({date})</translation>
  </message>
 </context>
 <context>
  <name>AuditTab</name>
  <message numerus="yes">
   <source>%n day(s) are left.</source>
   <translation>
    <numerusform>%n day is left.</numerusform>
    <numerusform>%n days are left.</numerusform>
   </translation>
  </message>
  <message>
   <source>Ask again</source>
   <translation>Ask again</translation>
  </message>
  <message>
   <source>Cause</source>
   <translation>Cause</translation>
  </message>
  <message>
   <source>Contents that count as not matching</source>
   <translation>Contents that count as not matching</translation>
  </message>
  <message>
   <source>Copied: the plan</source>
   <translation>Copied: the plan</translation>
  </message>
  <message>
   <source>Copy the plan</source>
   <translation>Copy the plan</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Customer</translation>
  </message>
  <message>
   <source>Deadline</source>
   <translation>Deadline</translation>
  </message>
  <message>
   <source>Filing number</source>
   <translation>Filing number</translation>
  </message>
  <message>
   <source>How customers are told</source>
   <translation>How customers are told</translation>
  </message>
  <message>
   <source>Is it overdue?</source>
   <translation>Is it overdue?</translation>
  </message>
  <message>
   <source>On what ground</source>
   <translation>On what ground</translation>
  </message>
  <message>
   <source>Open a case of this plan</source>
   <translation>Open a case of this plan</translation>
  </message>
  <message>
   <source>Open the procedure</source>
   <translation>Open the procedure</translation>
  </message>
  <message>
   <source>Papers</source>
   <translation>Papers</translation>
  </message>
  <message>
   <source>Paste the notice: the reasons it names are ticked below.</source>
   <translation>Paste the notice: the reasons it names are ticked below.</translation>
  </message>
  <message>
   <source>Reasons</source>
   <translation>Reasons</translation>
  </message>
  <message>
   <source>Special audit</source>
   <translation>Special audit</translation>
  </message>
  <message>
   <source>Take note</source>
   <translation>Take note</translation>
  </message>
  <message>
   <source>The case was not opened</source>
   <translation>The case was not opened</translation>
  </message>
  <message>
   <source>The deadline is over: answer the questions at the left.</source>
   <translation>The deadline is over: answer the questions at the left.</translation>
  </message>
  <message>
   <source>The notice, or its reasons</source>
   <translation>The notice, or its reasons</translation>
  </message>
  <message>
   <source>The plan</source>
   <translation>The plan</translation>
  </message>
  <message>
   <source>Ticket number</source>
   <translation>Ticket number</translation>
  </message>
  <message>
   <source>What follows</source>
   <translation>What follows</translation>
  </message>
  <message>
   <source>What is audited</source>
   <translation>What is audited</translation>
  </message>
  <message>
   <source>What the system says</source>
   <translation>What the system says</translation>
  </message>
  <message>
   <source>What to do</source>
   <translation>What to do</translation>
  </message>
  <message>
   <source>When it is overdue</source>
   <translation>When it is overdue</translation>
  </message>
  <message>
   <source>Write the day like 2026-12-31.</source>
   <translation>Write the day like 2026-12-31.</translation>
  </message>
  <message>
   <source>as the notice names it: 2026-12-31</source>
   <translation>as the notice names it: 2026-12-31</translation>
  </message>
 </context>
 <context>
  <name>BlankCanvas</name>
  <message>
   <source>Add a box into this cell</source>
   <translation>Add a box into this cell</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Delete</translation>
  </message>
 </context>
 <context>
  <name>BlankShelf</name>
  <message numerus="yes">
   <source>%n blank(s) imported</source>
   <translation>
    <numerusform>%n blank imported</numerusform>
    <numerusform>%n blanks imported</numerusform>
   </translation>
  </message>
  <message>
   <source>Copy of the built-in form {edition}</source>
   <translation>Copy of the built-in form {edition}</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Delete</translation>
  </message>
  <message>
   <source>Delete the blank</source>
   <translation>Delete the blank</translation>
  </message>
  <message>
   <source>Export pack</source>
   <translation>Export pack</translation>
  </message>
  <message>
   <source>From now on the older blank, or the built-in form, is filled. Printed papers stay as they are.</source>
   <translation>From now on the older blank, or the built-in form, is filled. Printed papers stay as they are.</translation>
  </message>
  <message>
   <source>Import pack</source>
   <translation>Import pack</translation>
  </message>
  <message>
   <source>Packs of blanks (*{ending})</source>
   <translation>Packs of blanks (*{ending})</translation>
  </message>
  <message>
   <source>Save the original file</source>
   <translation>Save the original file</translation>
  </message>
  <message>
   <source>Saved: {path}</source>
   <translation>Saved: {path}</translation>
  </message>
  <message>
   <source>Withdraw</source>
   <translation>Withdraw</translation>
  </message>
  <message>
   <source>Withdraw the blank</source>
   <translation>Withdraw the blank</translation>
  </message>
  <message>
   <source>“{title}”, edition {edition}, is removed with its file and its boxes. This cannot be undone.</source>
   <translation>“{title}”, edition {edition}, is removed with its file and its boxes. This cannot be undone.</translation>
  </message>
 </context>
 <context>
  <name>BlankWords</name>
  <message>
   <source>All provinces</source>
   <translation>All provinces</translation>
  </message>
  <message>
   <source>Certain</source>
   <translation>Certain</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>Check</translation>
  </message>
  <message>
   <source>Constant words</source>
   <translation>Constant words</translation>
  </message>
  <message>
   <source>Date or part of it</source>
   <translation>Date or part of it</translation>
  </message>
  <message>
   <source>Deregistration</source>
   <translation>Deregistration</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>Draft</translation>
  </message>
  <message>
   <source>In use</source>
   <translation>In use</translation>
  </message>
  <message>
   <source>Likely</source>
   <translation>Likely</translation>
  </message>
  <message>
   <source>No field</source>
   <translation>No field</translation>
  </message>
  <message>
   <source>One character to a cell</source>
   <translation>One character to a cell</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>Photo</translation>
  </message>
  <message>
   <source>Seal or signature</source>
   <translation>Seal or signature</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>Tick</source>
   <translation>Tick</translation>
  </message>
  <message>
   <source>Unnamed box</source>
   <translation>Unnamed box</translation>
  </message>
  <message>
   <source>Withdrawn</source>
   <translation>Withdrawn</translation>
  </message>
 </context>
 <context>
  <name>BoxedPage</name>
  <message numerus="yes">
   <source>%n box(es) chosen</source>
   <translation>
    <numerusform>%n box chosen</numerusform>
    <numerusform>%n boxes chosen</numerusform>
   </translation>
  </message>
  <message>
   <source>No box chosen</source>
   <translation>No box chosen</translation>
  </message>
  <message>
   <source>{name}: {width} by {height} mm, {x} mm from the left, {y} mm from the top</source>
   <translation>{name}: {width} by {height} mm, {x} mm from the left, {y} mm from the top</translation>
  </message>
 </context>
 <context>
  <name>BringInDialog</name>
  <message numerus="yes">
   <source>%n box(es) found</source>
   <translation>
    <numerusform>%n box found</numerusform>
    <numerusform>%n boxes found</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n page(s)</source>
   <translation>
    <numerusform>%n page</numerusform>
    <numerusform>%n pages</numerusform>
   </translation>
  </message>
  <message>
   <source>A PDF, a picture, or a Word document where LibreOffice is installed. The file is kept unchanged.</source>
   <translation>A PDF, a picture, or a Word document where LibreOffice is installed. The file is kept unchanged.</translation>
  </message>
  <message>
   <source>Bring in a blank</source>
   <translation>Bring in a blank</translation>
  </message>
  <message>
   <source>Choose a file…</source>
   <translation>Choose a file…</translation>
  </message>
  <message>
   <source>Choose the official form</source>
   <translation>Choose the official form</translation>
  </message>
  <message>
   <source>Drop the form here</source>
   <translation>Drop the form here</translation>
  </message>
  <message>
   <source>Forms (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.bmp *.webp *.heic *.doc *.docx *.odt *.rtf *.wps)</source>
   <translation>Forms (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.bmp *.webp *.heic *.doc *.docx *.odt *.rtf *.wps)</translation>
  </message>
  <message>
   <source>Reading the form…</source>
   <translation>Reading the form…</translation>
  </message>
  <message>
   <source>{count} with a field</source>
   <translation>{count} with a field</translation>
  </message>
 </context>
 <context>
  <name>BulkBar</name>
  <message numerus="yes">
   <source>%n case(s) handed to {name}</source>
   <translation>
    <numerusform>%n case handed to {name}</numerusform>
    <numerusform>%n cases handed to {name}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n case(s) moved to {state}</source>
   <translation>
    <numerusform>%n case moved to “{state}”</numerusform>
    <numerusform>%n cases moved to “{state}”</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n chosen</source>
   <translation>
    <numerusform>%n chosen</numerusform>
    <numerusform>%n chosen</numerusform>
   </translation>
  </message>
  <message>
   <source>Choose one only</source>
   <translation>Choose one only</translation>
  </message>
  <message>
   <source>Close the cases</source>
   <translation>Close the cases</translation>
  </message>
  <message>
   <source>Hand over</source>
   <translation>Hand over</translation>
  </message>
  <message>
   <source>Hand over…</source>
   <translation>Hand over…</translation>
  </message>
  <message>
   <source>Move to</source>
   <translation>Move to</translation>
  </message>
  <message>
   <source>Who takes these cases?</source>
   <translation>Who takes these cases?</translation>
  </message>
  <message>
   <source>Why close them? The reason stands in each case.</source>
   <translation>Why close them? The reason stands in each case.</translation>
  </message>
 </context>
 <context>
  <name>BusyOverlay</name>
  <message>
   <source>Cancel</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>Stopping…</source>
   <translation>Stopping…</translation>
  </message>
 </context>
 <context>
  <name>CaseDetail</name>
  <message numerus="yes">
   <source>%n line(s) of the check list are open. Why close the case all the same?</source>
   <translation>
    <numerusform>One line of the check list is open. Why close the case all the same?</numerusform>
    <numerusform>%n lines of the check list are open. Why close the case all the same?</numerusform>
   </translation>
  </message>
  <message>
   <source>About</source>
   <translation>About</translation>
  </message>
  <message>
   <source>Check list</source>
   <translation>Check list</translation>
  </message>
  <message>
   <source>Choose a case to see its check list and papers.</source>
   <translation>Choose a case to see its check list and papers.</translation>
  </message>
  <message>
   <source>Close the case</source>
   <translation>Close the case</translation>
  </message>
  <message>
   <source>Enclosures</source>
   <translation>Enclosures</translation>
  </message>
  <message>
   <source>History</source>
   <translation>History</translation>
  </message>
  <message>
   <source>Papers</source>
   <translation>Papers</translation>
  </message>
  <message>
   <source>{case}: {state}</source>
   <translation>{case}: {state}</translation>
  </message>
 </context>
 <context>
  <name>CaseDialog</name>
  <message>
   <source>Customer</source>
   <translation>Customer</translation>
  </message>
  <message>
   <source>Edit the case {number}</source>
   <translation>Edit the case {number}</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>Keep</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>Owner</translation>
  </message>
  <message>
   <source>Subject matter</source>
   <translation>Subject matter</translation>
  </message>
  <message>
   <source>Ticket</source>
   <translation>Ticket</translation>
  </message>
  <message>
   <source>{number} was changed</source>
   <translation>{number} was changed</translation>
  </message>
 </context>
 <context>
  <name>CaseHead</name>
  <message>
   <source>Closed {when}</source>
   <translation>Closed {when}</translation>
  </message>
  <message>
   <source>Everything on the list is done: the case can be closed.</source>
   <translation>Everything on the list is done: the case can be closed.</translation>
  </message>
  <message>
   <source>Make the papers of this case</source>
   <translation>Make the papers of this case</translation>
  </message>
  <message>
   <source>Move to</source>
   <translation>Move to</translation>
  </message>
  <message>
   <source>Next: {line}</source>
   <translation>Next: {line}</translation>
  </message>
  <message>
   <source>Papers…</source>
   <translation>Papers…</translation>
  </message>
  <message>
   <source>Reply to the customer, with what is missing</source>
   <translation>Reply to the customer, with what is missing</translation>
  </message>
  <message>
   <source>Reply…</source>
   <translation>Reply…</translation>
  </message>
  <message>
   <source>State of the case</source>
   <translation>State of the case</translation>
  </message>
 </context>
 <context>
  <name>CaseStrip</name>
  <message>
   <source>It has its case, or needs none yet.</source>
   <translation>It has its case, or needs none yet.</translation>
  </message>
  <message>
   <source>Open a case with this reply</source>
   <translation>Open a case with this reply</translation>
  </message>
  <message>
   <source>The text becomes the case's note.</source>
   <translation>The text becomes the case's note.</translation>
  </message>
 </context>
 <context>
  <name>CaseWizards</name>
  <message>
   <source>New login mailbox of the former platform…</source>
   <translation>New login mailbox of the former platform…</translation>
  </message>
  <message>
   <source>Offline deregistration…</source>
   <translation>Offline deregistration…</translation>
  </message>
  <message>
   <source>Offline transfer to another account…</source>
   <translation>Offline transfer to another account…</translation>
  </message>
  <message>
   <source>PDF files (*.pdf)</source>
   <translation>PDF files (*.pdf)</translation>
  </message>
  <message>
   <source>Save the packet</source>
   <translation>Save the packet</translation>
  </message>
 </context>
 <context>
  <name>CaseWords</name>
  <message>
   <source>Closed</source>
   <translation>Closed</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Open</translation>
  </message>
  <message>
   <source>Waiting for customer</source>
   <translation>Waiting for customer</translation>
  </message>
  <message>
   <source>Waiting for provider</source>
   <translation>Waiting for provider</translation>
  </message>
  <message>
   <source>With the administration</source>
   <translation>With the administration</translation>
  </message>
 </context>
 <context>
  <name>CasesPage</name>
  <message numerus="yes">
   <source>%n case(s)</source>
   <translation>
    <numerusform>%n case</numerusform>
    <numerusform>%n cases</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n new scan(s): open a case to take them in</source>
   <translation>
    <numerusform>A new scan: open a case to take it in</numerusform>
    <numerusform>%n new scans: open a case to take them in</numerusform>
   </translation>
  </message>
  <message>
   <source>Begin a case</source>
   <translation>Begin a case</translation>
  </message>
  <message>
   <source>Begun</source>
   <translation>Begun</translation>
  </message>
  <message>
   <source>Case</source>
   <translation>Case</translation>
  </message>
  <message>
   <source>Cases</source>
   <translation>Cases</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Customer</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Due</translation>
  </message>
  <message>
   <source>Filing number</source>
   <translation>Filing number</translation>
  </message>
  <message>
   <source>Make papers…</source>
   <translation>Make papers…</translation>
  </message>
  <message>
   <source>New case…</source>
   <translation>New case…</translation>
  </message>
  <message>
   <source>No case yet. Begin one for a ticket, or make papers: either way it stands here with its check list.</source>
   <translation>No case yet. Begin one for a ticket, or make papers: either way it stands here with its check list.</translation>
  </message>
  <message numerus="yes">
   <source>Old files of %n closed case(s) were purged by rule</source>
   <translation>
    <numerusform>Old files of a closed case were purged by rule</numerusform>
    <numerusform>Old files of %n closed cases were purged by rule</numerusform>
   </translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>Owner</translation>
  </message>
  <message>
   <source>Procedure</source>
   <translation>Procedure</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>Province</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>Subject matter</source>
   <translation>Subject matter</translation>
  </message>
  <message>
   <source>Ticket</source>
   <translation>Ticket</translation>
  </message>
  <message>
   <source>{date} (provisional)</source>
   <translation>{date} (provisional)</translation>
  </message>
 </context>
 <context>
  <name>ChangeFace</name>
  <message>
   <source>A domain is no longer used</source>
   <translation>A domain is no longer used</translation>
  </message>
  <message>
   <source>Access was cancelled</source>
   <translation>Access was cancelled</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Address</translation>
  </message>
  <message>
   <source>Another individual</source>
   <translation>Another individual</translation>
  </message>
  <message>
   <source>Another or one more domain</source>
   <translation>Another or one more domain</translation>
  </message>
  <message>
   <source>Another person responsible for the subject</source>
   <translation>Another person responsible for the subject</translation>
  </message>
  <message>
   <source>Another person responsible for the website</source>
   <translation>Another person responsible for the website</translation>
  </message>
  <message>
   <source>Another province</source>
   <translation>Another province</translation>
  </message>
  <message>
   <source>Another unit</source>
   <translation>Another unit</translation>
  </message>
  <message>
   <source>Another unit or person as the subject</source>
   <translation>Another unit or person as the subject</translation>
  </message>
  <message>
   <source>Certificate type or number</source>
   <translation>Certificate type or number</translation>
  </message>
  <message>
   <source>Content, home page, prior approval</source>
   <translation>Content, home page, prior approval</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Customer</translation>
  </message>
  <message>
   <source>Does the website keep another domain afterwards?</source>
   <translation>Does the website keep another domain afterwards?</translation>
  </message>
  <message>
   <source>Filing number</source>
   <translation>Filing number</translation>
  </message>
  <message>
   <source>Here, with this provider</source>
   <translation>Here, with this provider</translation>
  </message>
  <message>
   <source>Individual</source>
   <translation>Individual</translation>
  </message>
  <message>
   <source>Is an order in progress under this subject?</source>
   <translation>Is an order in progress under this subject?</translation>
  </message>
  <message>
   <source>Is the new person responsible the legal representative?</source>
   <translation>Is the new person responsible the legal representative?</translation>
  </message>
  <message>
   <source>Is the new telephone number of this province?</source>
   <translation>Is the new telephone number of this province?</translation>
  </message>
  <message>
   <source>Name of the subject</source>
   <translation>Name of the subject</translation>
  </message>
  <message>
   <source>Name of the website</source>
   <translation>Name of the website</translation>
  </message>
  <message>
   <source>Server address or way of access</source>
   <translation>Server address or way of access</translation>
  </message>
  <message>
   <source>Subject kind</source>
   <translation>Subject kind</translation>
  </message>
  <message>
   <source>Subject name (may be empty)</source>
   <translation>Subject name (may be empty)</translation>
  </message>
  <message>
   <source>Telephone or mail of the person responsible for the subject</source>
   <translation>Telephone or mail of the person responsible for the subject</translation>
  </message>
  <message>
   <source>Telephone or mail of the person responsible for the website</source>
   <translation>Telephone or mail of the person responsible for the website</translation>
  </message>
  <message>
   <source>The filing</source>
   <translation>The filing</translation>
  </message>
  <message>
   <source>The first character decides whose rules hold.</source>
   <translation>The first character decides whose rules hold.</translation>
  </message>
  <message>
   <source>The individual gives way to a unit</source>
   <translation>The individual gives way to a unit</translation>
  </message>
  <message>
   <source>The plan</source>
   <translation>The plan</translation>
  </message>
  <message>
   <source>The unit gives way to an individual</source>
   <translation>The unit gives way to an individual</translation>
  </message>
  <message>
   <source>Ticket number</source>
   <translation>Ticket number</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>Unit</translation>
  </message>
  <message>
   <source>What decides it</source>
   <translation>What decides it</translation>
  </message>
  <message>
   <source>What is to change</source>
   <translation>What is to change</translation>
  </message>
  <message>
   <source>Where is the filing's access</source>
   <translation>Where is the filing's access</translation>
  </message>
  <message>
   <source>Who is to hold the filing instead</source>
   <translation>Who is to hold the filing instead</translation>
  </message>
  <message>
   <source>With another provider</source>
   <translation>With another provider</translation>
  </message>
 </context>
 <context>
  <name>ChangeTab</name>
  <message>
   <source>&amp;Back</source>
   <translation>&amp;Back</translation>
  </message>
  <message>
   <source>&amp;Next</source>
   <translation>&amp;Next</translation>
  </message>
  <message>
   <source>A half-made change was kept: {title}</source>
   <translation>A half-made change was kept: {title}</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Change</translation>
  </message>
  <message>
   <source>Copied: the reply</source>
   <translation>Copied: the reply</translation>
  </message>
  <message>
   <source>Copy the reply</source>
   <translation>Copy the reply</translation>
  </message>
  <message>
   <source>From the records (or type the number below)</source>
   <translation>From the records (or type the number below)</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Go on</translation>
  </message>
  <message>
   <source>How long it takes</source>
   <translation>How long it takes</translation>
  </message>
  <message>
   <source>In this order</source>
   <translation>In this order</translation>
  </message>
  <message>
   <source>Open a case of this plan</source>
   <translation>Open a case of this plan</translation>
  </message>
  <message>
   <source>Papers</source>
   <translation>Papers</translation>
  </message>
  <message>
   <source>Settle first</source>
   <translation>Settle first</translation>
  </message>
  <message>
   <source>Start afresh</source>
   <translation>Start afresh</translation>
  </message>
  <message>
   <source>The plan</source>
   <translation>The plan</translation>
  </message>
  <message>
   <source>The plan grows here as soon as the filing number, the kind of subject and a wish are known.</source>
   <translation>The plan grows here as soon as the filing number, the kind of subject and a wish are known.</translation>
  </message>
  <message>
   <source>The plan stands at the right: copy the reply, or open a case with its check list.</source>
   <translation>The plan stands at the right: copy the reply, or open a case with its check list.</translation>
  </message>
  <message>
   <source>What not to do</source>
   <translation>What not to do</translation>
  </message>
  <message>
   <source>What {province} asks</source>
   <translation>What {province} asks</translation>
  </message>
  <message>
   <source>{paper} (where it applies)</source>
   <translation>{paper} (where it applies)</translation>
  </message>
 </context>
 <context>
  <name>CheckListPanel</name>
  <message>
   <source>A line of your own</source>
   <translation>A line of your own</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Add</translation>
  </message>
  <message>
   <source>Done {when} by {who}</source>
   <translation>Done {when} by {who}</translation>
  </message>
  <message>
   <source>More about this line</source>
   <translation>More about this line</translation>
  </message>
  <message>
   <source>More about {line}</source>
   <translation>More about {line}</translation>
  </message>
  <message>
   <source>Note…</source>
   <translation>Note…</translation>
  </message>
  <message>
   <source>Remove this line</source>
   <translation>Remove this line</translation>
  </message>
  <message>
   <source>Runs out {when}</source>
   <translation>Runs out {when}</translation>
  </message>
  <message>
   <source>Show its file</source>
   <translation>Show its file</translation>
  </message>
  <message>
   <source>Start a 24-hour clock</source>
   <translation>Start a 24-hour clock</translation>
  </message>
  <message>
   <source>Stop the clock</source>
   <translation>Stop the clock</translation>
  </message>
  <message>
   <source>Time ran out {when}</source>
   <translation>Time ran out {when}</translation>
  </message>
  <message>
   <source>where it applies</source>
   <translation>where it applies</translation>
  </message>
  <message>
   <source>“{line}” was removed</source>
   <translation>“{line}” was removed</translation>
  </message>
 </context>
 <context>
  <name>CheckPage</name>
  <message>
   <source>Already there ({count})</source>
   <translation>Already there ({count})</translation>
  </message>
  <message>
   <source>Merge all</source>
   <translation>Merge all</translation>
  </message>
  <message>
   <source>Merging fills in what the file has; an empty cell never erases anything.</source>
   <translation>Merging fills in what the file has; an empty cell never erases anything.</translation>
  </message>
  <message>
   <source>Only rows with problems</source>
   <translation>Only rows with problems</translation>
  </message>
  <message>
   <source>Problems ({count})</source>
   <translation>Problems ({count})</translation>
  </message>
  <message>
   <source>Rows ({count})</source>
   <translation>Rows ({count})</translation>
  </message>
  <message>
   <source>Skip all</source>
   <translation>Skip all</translation>
  </message>
  <message>
   <source>{count} new sites</source>
   <translation>{count} new sites</translation>
  </message>
  <message>
   <source>{count} new subjects</source>
   <translation>{count} new subjects</translation>
  </message>
  <message>
   <source>{count} rows</source>
   <translation>{count} rows</translation>
  </message>
  <message>
   <source>{count} rows stay outside</source>
   <translation>{count} rows stay outside</translation>
  </message>
 </context>
 <context>
  <name>CheckWords</name>
  <message>
   <source>Access filing</source>
   <translation>Access filing</translation>
  </message>
  <message>
   <source>Added site</source>
   <translation>Added site</translation>
  </message>
  <message>
   <source>Addresses</source>
   <translation>Addresses</translation>
  </message>
  <message>
   <source>Aliases</source>
   <translation>Aliases</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>Before</translation>
  </message>
  <message>
   <source>Cancelling access</source>
   <translation>Cancelling access</translation>
  </message>
  <message>
   <source>Change of a filing</source>
   <translation>Change of a filing</translation>
  </message>
  <message>
   <source>Counts until</source>
   <translation>Counts until</translation>
  </message>
  <message>
   <source>Counts until {day}</source>
   <translation>Counts until {day}</translation>
  </message>
  <message>
   <source>Deregistration of a site, online</source>
   <translation>Deregistration of a site, online</translation>
  </message>
  <message>
   <source>Deregistration of the subject, online</source>
   <translation>Deregistration of the subject, online</translation>
  </message>
  <message>
   <source>Expires on</source>
   <translation>Expires on</translation>
  </message>
  <message>
   <source>First filing</source>
   <translation>First filing</translation>
  </message>
  <message>
   <source>Holder</source>
   <translation>Holder</translation>
  </message>
  <message>
   <source>How each rule is looked at, and its exceptions</source>
   <translation>How each rule is looked at, and its exceptions</translation>
  </message>
  <message>
   <source>In this filing</source>
   <translation>In this filing</translation>
  </message>
  <message>
   <source>It does not resolve to the provider's mainland addresses.</source>
   <translation>It does not resolve to the provider's mainland addresses.</translation>
  </message>
  <message>
   <source>It resolves to the provider's mainland addresses.</source>
   <translation>It resolves to the provider's mainland addresses.</translation>
  </message>
  <message>
   <source>Legal representative</source>
   <translation>Legal representative</translation>
  </message>
  <message>
   <source>Looked at by</source>
   <translation>Looked at by</translation>
  </message>
  <message>
   <source>Not passed</source>
   <translation>Not passed</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Open</translation>
  </message>
  <message>
   <source>Principal or executive</source>
   <translation>Principal or executive</translation>
  </message>
  <message>
   <source>Registered on</source>
   <translation>Registered on</translation>
  </message>
  <message>
   <source>Registrar</source>
   <translation>Registrar</translation>
  </message>
  <message>
   <source>Reply to the customer</source>
   <translation>Reply to the customer</translation>
  </message>
  <message>
   <source>Resolution</source>
   <translation>Resolution</translation>
  </message>
  <message>
   <source>Rules</source>
   <translation>Rules</translation>
  </message>
  <message>
   <source>Seen at</source>
   <translation>Seen at</translation>
  </message>
  <message>
   <source>Shareholder</source>
   <translation>Shareholder</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>Site</translation>
  </message>
  <message>
   <source>Somebody else</source>
   <translation>Somebody else</translation>
  </message>
  <message>
   <source>Status: {words}</source>
   <translation>Status: {words}</translation>
  </message>
  <message>
   <source>Still to fill: {gaps}</source>
   <translation>Still to fill: {gaps}</translation>
  </message>
  <message>
   <source>The domain has lapsed.</source>
   <translation>The domain has lapsed.</translation>
  </message>
  <message>
   <source>The domain has not lapsed.</source>
   <translation>The domain has not lapsed.</translation>
  </message>
  <message>
   <source>The platform then says: {text}</source>
   <translation>The platform then says: {text}</translation>
  </message>
  <message>
   <source>The two conditions</source>
   <translation>The two conditions</translation>
  </message>
  <message>
   <source>The unit itself</source>
   <translation>The unit itself</translation>
  </message>
  <message>
   <source>Validity</source>
   <translation>Validity</translation>
  </message>
  <message>
   <source>What each resolver says</source>
   <translation>What each resolver says</translation>
  </message>
  <message>
   <source>What follows otherwise</source>
   <translation>What follows otherwise</translation>
  </message>
  <message>
   <source>What the registries say</source>
   <translation>What the registries say</translation>
  </message>
  <message>
   <source>What to do</source>
   <translation>What to do</translation>
  </message>
  <message>
   <source>Whether it has lapsed was not looked at, or could not be established.</source>
   <translation>Whether it has lapsed was not looked at, or could not be established.</translation>
  </message>
  <message>
   <source>agent</source>
   <translation>agent</translation>
  </message>
  <message>
   <source>aliases in a circle</source>
   <translation>aliases in a circle</translation>
  </message>
  <message>
   <source>another provider's rule</source>
   <translation>another provider's rule</translation>
  </message>
  <message>
   <source>answered</source>
   <translation>answered</translation>
  </message>
  <message>
   <source>blocked</source>
   <translation>blocked</translation>
  </message>
  <message>
   <source>could not be established</source>
   <translation>could not be established</translation>
  </message>
  <message>
   <source>could not be reached</source>
   <translation>could not be reached</translation>
  </message>
  <message>
   <source>cut off</source>
   <translation>cut off</translation>
  </message>
  <message>
   <source>does not serve the zone</source>
   <translation>does not serve the zone</translation>
  </message>
  <message>
   <source>error</source>
   <translation>error</translation>
  </message>
  <message>
   <source>newest source</source>
   <translation>newest source</translation>
  </message>
  <message>
   <source>no</source>
   <translation>no</translation>
  </message>
  <message>
   <source>no answer in time</source>
   <translation>no answer in time</translation>
  </message>
  <message>
   <source>no such name</source>
   <translation>no such name</translation>
  </message>
  <message>
   <source>no such record</source>
   <translation>no such record</translation>
  </message>
  <message>
   <source>not on the list</source>
   <translation>not on the list</translation>
  </message>
  <message>
   <source>not registered</source>
   <translation>not registered</translation>
  </message>
  <message>
   <source>not said</source>
   <translation>not said</translation>
  </message>
  <message>
   <source>open question</source>
   <translation>open question</translation>
  </message>
  <message>
   <source>overseas</source>
   <translation>overseas</translation>
  </message>
  <message>
   <source>provider, Hong Kong</source>
   <translation>provider, Hong Kong</translation>
  </message>
  <message>
   <source>provider, mainland</source>
   <translation>provider, mainland</translation>
  </message>
  <message>
   <source>reference list</source>
   <translation>reference list</translation>
  </message>
  <message>
   <source>refused</source>
   <translation>refused</translation>
  </message>
  <message>
   <source>registered</source>
   <translation>registered</translation>
  </message>
  <message>
   <source>sources disagree</source>
   <translation>sources disagree</translation>
  </message>
  <message>
   <source>superseded by a newer source</source>
   <translation>superseded by a newer source</translation>
  </message>
  <message>
   <source>the resolver failed</source>
   <translation>the resolver failed</translation>
  </message>
  <message>
   <source>too many aliases</source>
   <translation>too many aliases</translation>
  </message>
  <message>
   <source>unreadable answer</source>
   <translation>unreadable answer</translation>
  </message>
  <message>
   <source>with the zone's own word</source>
   <translation>with the zone's own word</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>yes</translation>
  </message>
  <message>
   <source>{ms} ms</source>
   <translation>{ms} ms</translation>
  </message>
 </context>
 <context>
  <name>ChecksPage</name>
  <message>
   <source>Checks</source>
   <translation>Checks</translation>
  </message>
  <message>
   <source>Domain verification</source>
   <translation>Domain verification</translation>
  </message>
  <message>
   <source>Hollow sites</source>
   <translation>Hollow sites</translation>
  </message>
  <message>
   <source>Hollow subjects</source>
   <translation>Hollow subjects</translation>
  </message>
  <message>
   <source>Reference lists</source>
   <translation>Reference lists</translation>
  </message>
 </context>
 <context>
  <name>ConflictPanel</name>
  <message>
   <source>(not touched)</source>
   <translation>(not touched)</translation>
  </message>
  <message>
   <source>Load what is saved</source>
   <translation>Load what is saved</translation>
  </message>
  <message>
   <source>Save mine</source>
   <translation>Save mine</translation>
  </message>
  <message>
   <source>Saved now</source>
   <translation>Saved now</translation>
  </message>
  <message>
   <source>This record was changed elsewhere while you were editing</source>
   <translation>This record was changed elsewhere while you were editing</translation>
  </message>
  <message>
   <source>What you typed in these fields is dropped</source>
   <translation>What you typed in these fields is dropped</translation>
  </message>
  <message>
   <source>Your fields are saved; fields you did not touch keep the other change</source>
   <translation>Your fields are saved; fields you did not touch keep the other change</translation>
  </message>
  <message>
   <source>Yours</source>
   <translation>Yours</translation>
  </message>
 </context>
 <context>
  <name>CopyFormDialog</name>
  <message>
   <source>Copy the built-in form</source>
   <translation>Copy the built-in form</translation>
  </message>
 </context>
 <context>
  <name>CornerCanvas</name>
  <message>
   <source>Corner at the bottom left</source>
   <translation>Corner at the bottom left</translation>
  </message>
  <message>
   <source>Corner at the bottom right</source>
   <translation>Corner at the bottom right</translation>
  </message>
  <message>
   <source>Corner at the top left</source>
   <translation>Corner at the top left</translation>
  </message>
  <message>
   <source>Corner at the top right</source>
   <translation>Corner at the top right</translation>
  </message>
 </context>
 <context>
  <name>CrashDialog</name>
  <message>
   <source>Copy the report</source>
   <translation>Copy the report</translation>
  </message>
  <message>
   <source>Report of a fault</source>
   <translation>Report of a fault</translation>
  </message>
  <message>
   <source>Something went wrong in the program</source>
   <translation>Something went wrong in the program</translation>
  </message>
  <message>
   <source>Your saved records are safe; go on working, or start the program anew. Nothing was sent. The report holds no personal numbers: read it, and hand it to whoever looks after the program.</source>
   <translation>Your saved records are safe; go on working, or start the program anew. Nothing was sent. The report holds no personal numbers: read it, and hand it to whoever looks after the program.</translation>
  </message>
 </context>
 <context>
  <name>DeregistrationFace</name>
  <message>
   <source>Offline deregistration</source>
   <translation>Offline deregistration</translation>
  </message>
  <message>
   <source>The form appears here as soon as the filing number tells the province.</source>
   <translation>The form appears here as soon as the filing number tells the province.</translation>
  </message>
 </context>
 <context>
  <name>DeskCard</name>
  <message numerus="yes">
   <source>%n day(s) after closing</source>
   <translation>
    <numerusform>%n day after closing</numerusform>
    <numerusform>%n days after closing</numerusform>
   </translation>
  </message>
  <message>
   <source>Access provider</source>
   <translation>Access provider</translation>
  </message>
  <message>
   <source>As the packet words it: purpose, number and day</source>
   <translation>As the packet words it: purpose, number and day</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Choose…</translation>
  </message>
  <message>
   <source>Full name, for letters and replies; letters else begin with {name}</source>
   <translation>Full name, for letters and replies; letters else begin with {name}</translation>
  </message>
  <message>
   <source>Mark copies of identity papers with their purpose</source>
   <translation>Mark copies of identity papers with their purpose</translation>
  </message>
  <message>
   <source>Never</source>
   <translation>Never</translation>
  </message>
  <message>
   <source>None</source>
   <translation>None</translation>
  </message>
  <message>
   <source>None: new scans are not taken in by themselves</source>
   <translation>None: new scans are not taken in by themselves</translation>
  </message>
  <message>
   <source>Purge enclosures</source>
   <translation>Purge enclosures</translation>
  </message>
  <message>
   <source>Replies</source>
   <translation>Replies</translation>
  </message>
  <message>
   <source>Scan folder</source>
   <translation>Scan folder</translation>
  </message>
  <message>
   <source>Signature in replies</source>
   <translation>Signature in replies</translation>
  </message>
  <message>
   <source>The owner of the case</source>
   <translation>The owner of the case</translation>
  </message>
  <message>
   <source>Watermark position</source>
   <translation>Watermark position</translation>
  </message>
  <message>
   <source>Watermark strength</source>
   <translation>Watermark strength</translation>
  </message>
  <message>
   <source>Watermark text</source>
   <translation>Watermark text</translation>
  </message>
  <message>
   <source>Where to ask</source>
   <translation>Where to ask</translation>
  </message>
  <message>
   <source>Words of replies…</source>
   <translation>Words of replies…</translation>
  </message>
 </context>
 <context>
  <name>DeskView</name>
  <message>
   <source>Keyboard overview (F1)</source>
   <translation>Keyboard overview (F1)</translation>
  </message>
  <message>
   <source>Lock (Ctrl+L)</source>
   <translation>Lock (Ctrl+L)</translation>
  </message>
  <message>
   <source>Store: {name}</source>
   <translation>Store: {name}</translation>
  </message>
  <message>
   <source>{subjects} subjects · {sites} sites</source>
   <translation>{subjects} subjects · {sites} sites</translation>
  </message>
 </context>
 <context>
  <name>DetailsForm</name>
  <message>
   <source>Address of the page, or who sent it</source>
   <translation>Address of the page, or who sent it</translation>
  </message>
  <message>
   <source>As printed at the head of the form</source>
   <translation>As printed at the head of the form</translation>
  </message>
  <message>
   <source>Choose the province.</source>
   <translation>Choose the province.</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Choose…</translation>
  </message>
  <message>
   <source>Edition</source>
   <translation>Edition</translation>
  </message>
  <message>
   <source>Issued on</source>
   <translation>Issued on</translation>
  </message>
  <message>
   <source>Known</source>
   <translation>Known</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Paper</translation>
  </message>
  <message>
   <source>Printed papers name the blank by this; it stays.</source>
   <translation>Printed papers name the blank by this; it stays.</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>Province</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>Source</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Title</translation>
  </message>
  <message>
   <source>What colleagues should know about this blank</source>
   <translation>What colleagues should know about this blank</translation>
  </message>
 </context>
 <context>
  <name>DocumentDialog</name>
  <message>
   <source>A fresh print takes the same values, dates included; this one stays as it is.</source>
   <translation>A fresh print takes the same values, dates included; this one stays as it is.</translation>
  </message>
  <message>
   <source>Make it anew</source>
   <translation>Make it anew</translation>
  </message>
  <message>
   <source>Saved: {path}</source>
   <translation>Saved: {path}</translation>
  </message>
  <message>
   <source>{title} was made with edition {old}; edition {new} is in force now.</source>
   <translation>{title} was made with edition {old}; edition {new} is in force now.</translation>
  </message>
 </context>
 <context>
  <name>DomainFactsForm</name>
  <message>
   <source>Expires on</source>
   <translation>Expires on</translation>
  </message>
  <message>
   <source>Filed successfully on</source>
   <translation>Filed successfully on</translation>
  </message>
  <message>
   <source>Holder</source>
   <translation>Holder</translation>
  </message>
  <message>
   <source>Holder's certificate</source>
   <translation>Holder's certificate</translation>
  </message>
  <message>
   <source>Holder's number</source>
   <translation>Holder's number</translation>
  </message>
  <message>
   <source>New with this filing</source>
   <translation>New with this filing</translation>
  </message>
  <message>
   <source>No</source>
   <translation>No</translation>
  </message>
  <message>
   <source>Not said</source>
   <translation>Not said</translation>
  </message>
  <message>
   <source>Not seen</source>
   <translation>Not seen</translation>
  </message>
  <message>
   <source>Papers for that seen</source>
   <translation>Papers for that seen</translation>
  </message>
  <message>
   <source>Real name verified</source>
   <translation>Real name verified</translation>
  </message>
  <message>
   <source>Real name verified on</source>
   <translation>Real name verified on</translation>
  </message>
  <message>
   <source>Registrar</source>
   <translation>Registrar</translation>
  </message>
  <message>
   <source>Registrar approved</source>
   <translation>Registrar approved</translation>
  </message>
  <message>
   <source>Registrar's console, certificate, ministry's page…</source>
   <translation>Registrar's console, certificate, ministry's page…</translation>
  </message>
  <message>
   <source>Seen on</source>
   <translation>Seen on</translation>
  </message>
  <message>
   <source>Seen where</source>
   <translation>Seen where</translation>
  </message>
  <message>
   <source>Suffix approved</source>
   <translation>Suffix approved</translation>
  </message>
  <message>
   <source>The holder is</source>
   <translation>The holder is</translation>
  </message>
  <message>
   <source>The holder is the subject itself</source>
   <translation>The holder is the subject itself</translation>
  </message>
  <message>
   <source>Year-month-day, such as 2027-05-01</source>
   <translation>Year-month-day, such as 2027-05-01</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Yes</translation>
  </message>
 </context>
 <context>
  <name>DomainForm</name>
  <message numerus="yes">
   <source>%n domain(s)</source>
   <translation>
    <numerusform>%n domain</numerusform>
    <numerusform>%n domains</numerusform>
   </translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Add</translation>
  </message>
  <message>
   <source>Add a domain first</source>
   <translation>Add a domain first</translation>
  </message>
  <message>
   <source>Add a domain, and note here what you saw of it: holder, real name, expiry, registrar.</source>
   <translation>Add a domain, and note here what you saw of it: holder, real name, expiry, registrar.</translation>
  </message>
  <message>
   <source>Also ask the registries (RDAP, WHOIS)</source>
   <translation>Also ask the registries (RDAP, WHOIS)</translation>
  </message>
  <message>
   <source>Approved registrars</source>
   <translation>Approved registrars</translation>
  </message>
  <message>
   <source>Domains</source>
   <translation>Domains</translation>
  </message>
  <message>
   <source>Domains of this subject</source>
   <translation>Domains of this subject</translation>
  </message>
  <message>
   <source>Domains to verify</source>
   <translation>Domains to verify</translation>
  </message>
  <message>
   <source>Domains; Enter adds them</source>
   <translation>Domains; Enter adds them</translation>
  </message>
  <message>
   <source>Excel, CSV or text; columns such as holder, registrar and expiry are taken along</source>
   <translation>Excel, CSV or text; columns such as holder, registrar and expiry are taken along</translation>
  </message>
  <message>
   <source>Filing</source>
   <translation>Filing</translation>
  </message>
  <message>
   <source>From a file…</source>
   <translation>From a file…</translation>
  </message>
  <message>
   <source>Line {line}: {problem}</source>
   <translation>Line {line}: {problem}</translation>
  </message>
  <message>
   <source>Not read:</source>
   <translation>Not read:</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Remove</translation>
  </message>
  <message>
   <source>Tables and lists (*.xlsx *.csv *.txt *.xls *.ods)</source>
   <translation>Tables and lists (*.xlsx *.csv *.txt *.xls *.ods)</translation>
  </message>
  <message>
   <source>The store knows no domain of this subject.</source>
   <translation>The store knows no domain of this subject.</translation>
  </message>
  <message>
   <source>Verify</source>
   <translation>Verify</translation>
  </message>
  <message>
   <source>Verify (Ctrl+Enter)</source>
   <translation>Verify (Ctrl+Enter)</translation>
  </message>
  <message>
   <source>What is empty counts as not seen. The network is asked only now, and only if that is ticked.</source>
   <translation>What is empty counts as not seen. The network is asked only now, and only if that is ticked.</translation>
  </message>
  <message>
   <source>What you saw of the domain</source>
   <translation>What you saw of the domain</translation>
  </message>
  <message>
   <source>Write the day as 2027-05-01</source>
   <translation>Write the day as 2027-05-01</translation>
  </message>
  <message>
   <source>and {count} more</source>
   <translation>and {count} more</translation>
  </message>
 </context>
 <context>
  <name>DomainTab</name>
  <message>
   <source>A verification is being filled in</source>
   <translation>A verification is being filled in</translation>
  </message>
  <message>
   <source>All</source>
   <translation>All</translation>
  </message>
  <message>
   <source>Begin anew</source>
   <translation>Begin anew</translation>
  </message>
  <message>
   <source>Changed</source>
   <translation>Changed</translation>
  </message>
  <message>
   <source>Domain verification {day}.xlsx</source>
   <translation>Domain verification {day}.xlsx</translation>
  </message>
  <message>
   <source>Its domains and what was filled in of them make way for those of the chosen sites.</source>
   <translation>Its domains and what was filled in of them make way for those of the chosen sites.</translation>
  </message>
  <message numerus="yes">
   <source>Taken: {subject}. %n site(s) of other subjects are left: one verification is of one subject.</source>
   <translation>
    <numerusform>Taken: {subject}. One site of another subject is left: one verification is of one subject.</numerusform>
    <numerusform>Taken: {subject}. %n sites of other subjects are left: one verification is of one subject.</numerusform>
   </translation>
  </message>
  <message>
   <source>The chosen sites have no domain to verify.</source>
   <translation>The chosen sites have no domain to verify.</translation>
  </message>
  <message>
   <source>no list of registrars</source>
   <translation>no list of registrars</translation>
  </message>
  <message>
   <source>registrars by the list of {day} ({source})</source>
   <translation>registrars by the list of {day} ({source})</translation>
  </message>
  <message>
   <source>registries asked</source>
   <translation>registries asked</translation>
  </message>
  <message>
   <source>registries not asked</source>
   <translation>registries not asked</translation>
  </message>
 </context>
 <context>
  <name>DonePage</name>
  <message numerus="yes">
   <source>Case {number} was opened and its packet of %n page(s) is ready.</source>
   <translation>
    <numerusform>Case {number} was opened and its packet of one page is ready.</numerusform>
    <numerusform>Case {number} was opened and its packet of %n pages is ready.</numerusform>
   </translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation>Open folder</translation>
  </message>
  <message>
   <source>Open the case</source>
   <translation>Open the case</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>Print…</translation>
  </message>
  <message>
   <source>Save as PDF…</source>
   <translation>Save as PDF…</translation>
  </message>
 </context>
 <context>
  <name>DraftStrip</name>
  <message>
   <source>Discard</source>
   <translation>Discard</translation>
  </message>
  <message>
   <source>Discard half-done work</source>
   <translation>Discard half-done work</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Go on</translation>
  </message>
  <message>
   <source>Half done: {kind} {title} · {when}</source>
   <translation>Half done: {kind} {title} · {when}</translation>
  </message>
  <message>
   <source>Letter of no case: {title} · {when}</source>
   <translation>Letter of no case: {title} · {when}</translation>
  </message>
  <message>
   <source>What was typed in it is lost. Discard it?</source>
   <translation>What was typed in it is lost. Discard it?</translation>
  </message>
  <message>
   <source>letter</source>
   <translation>letter</translation>
  </message>
  <message>
   <source>mailbox reset</source>
   <translation>mailbox reset</translation>
  </message>
  <message>
   <source>offline deregistration</source>
   <translation>offline deregistration</translation>
  </message>
  <message>
   <source>offline transfer</source>
   <translation>offline transfer</translation>
  </message>
  <message>
   <source>without a number yet</source>
   <translation>without a number yet</translation>
  </message>
 </context>
 <context>
  <name>DuePanel</name>
  <message numerus="yes">
   <source>%n day(s) overdue</source>
   <translation>
    <numerusform>%n day overdue</numerusform>
    <numerusform>%n days overdue</numerusform>
   </translation>
  </message>
  <message>
   <source>By the rule of the procedure and the province</source>
   <translation>By the rule of the procedure and the province</translation>
  </message>
  <message>
   <source>Deadline</source>
   <translation>Deadline</translation>
  </message>
  <message>
   <source>Due today</source>
   <translation>Due today</translation>
  </message>
  <message>
   <source>Every day counted</source>
   <translation>Every day counted</translation>
  </message>
  <message numerus="yes">
   <source>In %n day(s)</source>
   <translation>
    <numerusform>Tomorrow</numerusform>
    <numerusform>In %n days</numerusform>
   </translation>
  </message>
  <message>
   <source>Less</source>
   <translation>Less</translation>
  </message>
  <message>
   <source>Move the day…</source>
   <translation>Move the day…</translation>
  </message>
  <message>
   <source>No deadline</source>
   <translation>No deadline</translation>
  </message>
  <message>
   <source>Provisional</source>
   <translation>Provisional</translation>
  </message>
  <message>
   <source>Reckon from today</source>
   <translation>Reckon from today</translation>
  </message>
  <message>
   <source>The deadline was moved</source>
   <translation>The deadline was moved</translation>
  </message>
  <message>
   <source>The deadline was reckoned anew</source>
   <translation>The deadline was reckoned anew</translation>
  </message>
 </context>
 <context>
  <name>DuplicatesModel</name>
  <message>
   <source>Already there</source>
   <translation>Already there</translation>
  </message>
  <message>
   <source>Do</source>
   <translation>Do</translation>
  </message>
  <message>
   <source>In the store, same {field}</source>
   <translation>In the store, same {field}</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>Line</translation>
  </message>
  <message>
   <source>Line {line}, same {field}</source>
   <translation>Line {line}, same {field}</translation>
  </message>
  <message>
   <source>Make a new one</source>
   <translation>Make a new one</translation>
  </message>
  <message>
   <source>Merge</source>
   <translation>Merge</translation>
  </message>
  <message>
   <source>Nothing</source>
   <translation>Nothing</translation>
  </message>
  <message>
   <source>Record</source>
   <translation>Record</translation>
  </message>
  <message>
   <source>Skip</source>
   <translation>Skip</translation>
  </message>
  <message>
   <source>What merging changes</source>
   <translation>What merging changes</translation>
  </message>
  <message>
   <source>{field}: {old} → {new}</source>
   <translation>{field}: {old} → {new}</translation>
  </message>
 </context>
 <context>
  <name>EditDetailsDialog</name>
  <message>
   <source>Details of the blank</source>
   <translation>Details of the blank</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Save</translation>
  </message>
 </context>
 <context>
  <name>EditorBar</name>
  <message>
   <source>Align and distribute</source>
   <translation>Align and distribute</translation>
  </message>
  <message>
   <source>All as large as the first</source>
   <translation>All as large as the first</translation>
  </message>
  <message>
   <source>Arrange</source>
   <translation>Arrange</translation>
  </message>
  <message>
   <source>Box in the next empty cell (Insert)</source>
   <translation>Box in the next empty cell (Insert)</translation>
  </message>
  <message>
   <source>Copy the chosen boxes (Ctrl+D)</source>
   <translation>Copy the chosen boxes (Ctrl+D)</translation>
  </message>
  <message>
   <source>Delete (Del)</source>
   <translation>Delete (Del)</translation>
  </message>
  <message>
   <source>Equal gaps across</source>
   <translation>Equal gaps across</translation>
  </message>
  <message>
   <source>Equal gaps downwards</source>
   <translation>Equal gaps downwards</translation>
  </message>
  <message>
   <source>Fill the cell</source>
   <translation>Fill the cell</translation>
  </message>
  <message>
   <source>Filled</source>
   <translation>Filled</translation>
  </message>
  <message>
   <source>Guess all boxes again</source>
   <translation>Guess all boxes again</translation>
  </message>
  <message>
   <source>Larger (Ctrl++)</source>
   <translation>Larger (Ctrl++)</translation>
  </message>
  <message>
   <source>Left sides in one line</source>
   <translation>Left sides in one line</translation>
  </message>
  <message>
   <source>Lower sides in one line</source>
   <translation>Lower sides in one line</translation>
  </message>
  <message>
   <source>Middles in one lying line</source>
   <translation>Middles in one lying line</translation>
  </message>
  <message>
   <source>Middles in one upright line</source>
   <translation>Middles in one upright line</translation>
  </message>
  <message>
   <source>Page</source>
   <translation>Page</translation>
  </message>
  <message>
   <source>Page width (Ctrl+9)</source>
   <translation>Page width (Ctrl+9)</translation>
  </message>
  <message>
   <source>Page {number} of {pages}</source>
   <translation>Page {number} of {pages}</translation>
  </message>
  <message>
   <source>Redo (Ctrl+Y)</source>
   <translation>Redo (Ctrl+Y)</translation>
  </message>
  <message>
   <source>Right sides in one line</source>
   <translation>Right sides in one line</translation>
  </message>
  <message>
   <source>Show the page filled in (Ctrl+T)</source>
   <translation>Show the page filled in (Ctrl+T)</translation>
  </message>
  <message>
   <source>Smaller (Ctrl+-)</source>
   <translation>Smaller (Ctrl+-)</translation>
  </message>
  <message>
   <source>Test values</source>
   <translation>Test values</translation>
  </message>
  <message>
   <source>Undo (Ctrl+Z)</source>
   <translation>Undo (Ctrl+Z)</translation>
  </message>
  <message>
   <source>Upper sides in one line</source>
   <translation>Upper sides in one line</translation>
  </message>
  <message>
   <source>Width</source>
   <translation>Width</translation>
  </message>
 </context>
 <context>
  <name>EditorWindow</name>
  <message>
   <source>Box</source>
   <translation>Box</translation>
  </message>
  <message>
   <source>Boxes</source>
   <translation>Boxes</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Close</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Discard</translation>
  </message>
  <message>
   <source>Every box has its field.</source>
   <translation>Every box has its field.</translation>
  </message>
  <message>
   <source>Filter boxes</source>
   <translation>Filter boxes</translation>
  </message>
  <message>
   <source>Mapping saved</source>
   <translation>Mapping saved</translation>
  </message>
  <message>
   <source>Page of the blank</source>
   <translation>Page of the blank</translation>
  </message>
  <message>
   <source>Reading the form…</source>
   <translation>Reading the form…</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Save</translation>
  </message>
  <message>
   <source>Test fill</source>
   <translation>Test fill</translation>
  </message>
  <message>
   <source>The changes to the boxes are not saved.</source>
   <translation>The changes to the boxes are not saved.</translation>
  </message>
  <message>
   <source>The mapping is not ready</source>
   <translation>The mapping is not ready</translation>
  </message>
  <message>
   <source>Use for {province}</source>
   <translation>Use for {province}</translation>
  </message>
  <message>
   <source>edition {edition}</source>
   <translation>edition {edition}</translation>
  </message>
  <message>
   <source>{province} now prints on this blank</source>
   <translation>{province} now prints on this blank</translation>
  </message>
 </context>
 <context>
  <name>EnclosuresPage</name>
  <message>
   <source>Other papers</source>
   <translation>Other papers</translation>
  </message>
 </context>
 <context>
  <name>EventWords</name>
  <message>
   <source>Case begun</source>
   <translation>Case begun</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Closed</translation>
  </message>
  <message>
   <source>Taken back or done again</source>
   <translation>Taken back or done again</translation>
  </message>
  <message>
   <source>Taken back or done again: {what}</source>
   <translation>Taken back or done again: {what}</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>changed</translation>
  </message>
  <message>
   <source>changed: {fields}</source>
   <translation>changed: {fields}</translation>
  </message>
  <message>
   <source>clock of {hours} hours started</source>
   <translation>clock of {hours} hours started</translation>
  </message>
  <message>
   <source>clock stopped</source>
   <translation>clock stopped</translation>
  </message>
  <message>
   <source>deadline moved from {before} to {after}</source>
   <translation>deadline moved from {before} to {after}</translation>
  </message>
  <message>
   <source>deadline set to {after}</source>
   <translation>deadline set to {after}</translation>
  </message>
  <message>
   <source>done</source>
   <translation>done</translation>
  </message>
  <message>
   <source>kind changed</source>
   <translation>kind changed</translation>
  </message>
  <message>
   <source>line added</source>
   <translation>line added</translation>
  </message>
  <message>
   <source>looked at</source>
   <translation>looked at</translation>
  </message>
  <message>
   <source>made</source>
   <translation>made</translation>
  </message>
  <message>
   <source>made anew with {count} newer enclosure(s)</source>
   <translation>made anew with {count} newer enclosure(s)</translation>
  </message>
  <message>
   <source>mark of sending taken away</source>
   <translation>mark of sending taken away</translation>
  </message>
  <message>
   <source>open again</source>
   <translation>open again</translation>
  </message>
  <message>
   <source>opened or printed</source>
   <translation>opened or printed</translation>
  </message>
  <message>
   <source>removed</source>
   <translation>removed</translation>
  </message>
  <message>
   <source>sent on {day}</source>
   <translation>sent on {day}</translation>
  </message>
  <message>
   <source>taken in</source>
   <translation>taken in</translation>
  </message>
  <message>
   <source>{before} → {after}</source>
   <translation>{before} → {after}</translation>
  </message>
  <message>
   <source>{count} file(s) purged, {days} days after closing</source>
   <translation>{count} file(s) purged, {days} days after closing</translation>
  </message>
  <message>
   <source>{title}: {what}</source>
   <translation>{title}: {what}</translation>
  </message>
  <message>
   <source>“{line}” is there again</source>
   <translation>“{line}” is there again</translation>
  </message>
  <message>
   <source>“{line}” removed</source>
   <translation>“{line}” removed</translation>
  </message>
  <message>
   <source>“{line}” was taken back</source>
   <translation>“{line}” was taken back</translation>
  </message>
 </context>
 <context>
  <name>EvidencePane</name>
  <message>
   <source>Choose a domain to see what was found</source>
   <translation>Choose a domain to see what was found</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Copy</translation>
  </message>
  <message>
   <source>Copy the finding with its evidence as text</source>
   <translation>Copy the finding with its evidence as text</translation>
  </message>
  <message>
   <source>Open a case</source>
   <translation>Open a case</translation>
  </message>
  <message>
   <source>Reply…</source>
   <translation>Reply…</translation>
  </message>
  <message>
   <source>Show the case</source>
   <translation>Show the case</translation>
  </message>
  <message>
   <source>Show the site that this domain belongs to</source>
   <translation>Show the site that this domain belongs to</translation>
  </message>
  <message>
   <source>Show the subject</source>
   <translation>Show the subject</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>Site</translation>
  </message>
  <message>
   <source>Subject</source>
   <translation>Subject</translation>
  </message>
  <message>
   <source>What to write to the customer, filled from this finding</source>
   <translation>What to write to the customer, filled from this finding</translation>
  </message>
 </context>
 <context>
  <name>ExportDialog</name>
  <message>
   <source>All columns, ready to be imported again</source>
   <translation>All columns, ready to be imported again</translation>
  </message>
  <message>
   <source>All {count} rows of the table</source>
   <translation>All {count} rows of the table</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>Columns</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Export</translation>
  </message>
  <message>
   <source>Personal data</source>
   <translation>Personal data</translation>
  </message>
  <message>
   <source>Rows</source>
   <translation>Rows</translation>
  </message>
  <message>
   <source>Save as…</source>
   <translation>Save as…</translation>
  </message>
  <message>
   <source>Tables ({patterns})</source>
   <translation>Tables ({patterns})</translation>
  </message>
  <message>
   <source>The columns shown</source>
   <translation>The columns shown</translation>
  </message>
  <message>
   <source>The file will hold personal data in the clear. The history will say that you exported it.</source>
   <translation>The file will hold personal data in the clear. The history will say that you exported it.</translation>
  </message>
  <message>
   <source>The {count} selected rows</source>
   <translation>The {count} selected rows</translation>
  </message>
  <message>
   <source>Whole numbers, phones and e-mails</source>
   <translation>Whole numbers, phones and e-mails</translation>
  </message>
  <message>
   <source>Writing {name}…</source>
   <translation>Writing {name}…</translation>
  </message>
 </context>
 <context>
  <name>FactList</name>
  <message>
   <source>A provider's documentation</source>
   <translation>A provider's documentation</translation>
  </message>
  <message>
   <source>Doubtful: never printed</source>
   <translation>Doubtful: never printed</translation>
  </message>
  <message>
   <source>Official</source>
   <translation>Official</translation>
  </message>
  <message>
   <source>Origin unclear</source>
   <translation>Origin unclear</translation>
  </message>
  <message>
   <source>Our own conclusion</source>
   <translation>Our own conclusion</translation>
  </message>
  <message>
   <source>Stops</source>
   <translation>Stops</translation>
  </message>
  <message>
   <source>Take note</source>
   <translation>Take note</translation>
  </message>
  <message>
   <source>Third party</source>
   <translation>Third party</translation>
  </message>
 </context>
 <context>
  <name>FailureForm</name>
  <message>
   <source>Open the data folder</source>
   <translation>Open the data folder</translation>
  </message>
  <message>
   <source>Restore a backup…</source>
   <translation>Restore a backup…</translation>
  </message>
  <message>
   <source>The records cannot be opened</source>
   <translation>The records cannot be opened</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Try again</translation>
  </message>
  <message>
   <source>Use the recovery code</source>
   <translation>Use the recovery code</translation>
  </message>
 </context>
 <context>
  <name>FieldChooser</name>
  <message>
   <source>Field</source>
   <translation>Field</translation>
  </message>
  <message>
   <source>No field</source>
   <translation>No field</translation>
  </message>
  <message>
   <source>Search fields</source>
   <translation>Search fields</translation>
  </message>
 </context>
 <context>
  <name>FilePage</name>
  <message>
   <source>Choose a file…</source>
   <translation>Choose a file…</translation>
  </message>
  <message>
   <source>Choose another file…</source>
   <translation>Choose another file…</translation>
  </message>
  <message>
   <source>Drop a table of filings here</source>
   <translation>Drop a table of filings here</translation>
  </message>
  <message>
   <source>Sheet</source>
   <translation>Sheet</translation>
  </message>
  <message>
   <source>xlsx, xls, ods or csv; Chinese or English headers</source>
   <translation>xlsx, xls, ods or csv; Chinese or English headers</translation>
  </message>
  <message>
   <source>{count} hidden lines are read like the others.</source>
   <translation>{count} hidden lines are read like the others.</translation>
  </message>
  <message>
   <source>{count} lines</source>
   <translation>{count} lines</translation>
  </message>
  <message>
   <source>{name} (hidden)</source>
   <translation>{name} (hidden)</translation>
  </message>
 </context>
 <context>
  <name>FilingForm</name>
  <message>
   <source>Certificate</source>
   <translation>Certificate</translation>
  </message>
  <message>
   <source>Kind of filing</source>
   <translation>Kind of filing</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Not said</source>
   <translation>Not said</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Number</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>Province</translation>
  </message>
  <message>
   <source>Subject from the store, or fill in below</source>
   <translation>Subject from the store, or fill in below</translation>
  </message>
  <message>
   <source>Subject is</source>
   <translation>Subject is</translation>
  </message>
 </context>
 <context>
  <name>FilterBar</name>
  <message>
   <source>All kinds</source>
   <translation>All kinds</translation>
  </message>
  <message>
   <source>All provinces</source>
   <translation>All provinces</translation>
  </message>
  <message>
   <source>All states</source>
   <translation>All states</translation>
  </message>
  <message>
   <source>Clear filters</source>
   <translation>Clear filters</translation>
  </message>
  <message>
   <source>Filter</source>
   <translation>Filter</translation>
  </message>
  <message>
   <source>Filter by any part of a name, number or domain</source>
   <translation>Filter by any part of a name, number or domain</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>Province</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
 </context>
 <context>
  <name>FlowWizard</name>
  <message>
   <source>&amp;Finish</source>
   <translation>&amp;Finish</translation>
  </message>
  <message>
   <source>&amp;Next</source>
   <translation>&amp;Next</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Done</translation>
  </message>
  <message>
   <source>Draft saved</source>
   <translation>Draft saved</translation>
  </message>
  <message>
   <source>Making the packet…</source>
   <translation>Making the packet…</translation>
  </message>
  <message>
   <source>Print it, sign and seal where the cover says, and hand it in.</source>
   <translation>Print it, sign and seal where the cover says, and hand it in.</translation>
  </message>
  <message>
   <source>Saved: {path}</source>
   <translation>Saved: {path}</translation>
  </message>
  <message>
   <source>The draft could not be saved: {why}</source>
   <translation>The draft could not be saved: {why}</translation>
  </message>
 </context>
 <context>
  <name>FormsPage</name>
  <message>
   <source>Bring in a blank…</source>
   <translation>Bring in a blank…</translation>
  </message>
  <message>
   <source>Copy built-in form…</source>
   <translation>Copy built-in form…</translation>
  </message>
  <message>
   <source>Copy of a built-in form</source>
   <translation>Copy of a built-in form</translation>
  </message>
  <message>
   <source>Delete…</source>
   <translation>Delete…</translation>
  </message>
  <message>
   <source>Details…</source>
   <translation>Details…</translation>
  </message>
  <message>
   <source>Edit mapping…</source>
   <translation>Edit mapping…</translation>
  </message>
  <message>
   <source>Edition {edition}</source>
   <translation>Edition {edition}</translation>
  </message>
  <message>
   <source>Export pack…</source>
   <translation>Export pack…</translation>
  </message>
  <message>
   <source>File {name}, SHA-256 {sha256}</source>
   <translation>File {name}, SHA-256 {sha256}</translation>
  </message>
  <message>
   <source>Filter by province</source>
   <translation>Filter by province</translation>
  </message>
  <message>
   <source>Forms</source>
   <translation>Forms</translation>
  </message>
  <message>
   <source>Full table</source>
   <translation>Full table</translation>
  </message>
  <message>
   <source>Import pack…</source>
   <translation>Import pack…</translation>
  </message>
  <message>
   <source>Inferred</source>
   <translation>Inferred</translation>
  </message>
  <message>
   <source>Instructions</source>
   <translation>Instructions</translation>
  </message>
  <message>
   <source>Letter handed out</source>
   <translation>Letter handed out</translation>
  </message>
  <message>
   <source>More</source>
   <translation>More</translation>
  </message>
  <message>
   <source>Official blank</source>
   <translation>Official blank</translation>
  </message>
  <message>
   <source>Only the filling instructions of this form were seen, not the table itself.</source>
   <translation>Only the filling instructions of this form were seen, not the table itself.</translation>
  </message>
  <message>
   <source>Packs</source>
   <translation>Packs</translation>
  </message>
  <message>
   <source>Remarks</source>
   <translation>Remarks</translation>
  </message>
  <message>
   <source>Save the original file…</source>
   <translation>Save the original file…</translation>
  </message>
  <message>
   <source>Saved: {path}</source>
   <translation>Saved: {path}</translation>
  </message>
  <message>
   <source>Sources and dates</source>
   <translation>Sources and dates</translation>
  </message>
  <message>
   <source>The blank form</source>
   <translation>The blank form</translation>
  </message>
  <message>
   <source>The official form of this province was not seen. This one follows what the known provinces have in common.</source>
   <translation>The official form of this province was not seen. This one follows what the known provinces have in common.</translation>
  </message>
  <message>
   <source>Where it was read</source>
   <translation>Where it was read</translation>
  </message>
  <message>
   <source>Withdraw…</source>
   <translation>Withdraw…</translation>
  </message>
 </context>
 <context>
  <name>GlossaryTab</name>
  <message>
   <source>Filter words, synonyms too</source>
   <translation>Filter words, synonyms too</translation>
  </message>
  <message>
   <source>Meaning</source>
   <translation>Meaning</translation>
  </message>
  <message>
   <source>Not to be taken for</source>
   <translation>Not to be taken for</translation>
  </message>
  <message>
   <source>Others say</source>
   <translation>Others say</translation>
  </message>
  <message>
   <source>Words</source>
   <translation>Words</translation>
  </message>
 </context>
 <context>
  <name>GuideDesk</name>
  <message>
   <source>Guide</source>
   <translation>Guide</translation>
  </message>
  <message>
   <source>Provinces</source>
   <translation>Provinces</translation>
  </message>
 </context>
 <context>
  <name>GuidePage</name>
  <message numerus="yes">
   <source>%n stop(s)</source>
   <translation>
    <numerusform>%n stop</numerusform>
    <numerusform>%n stops</numerusform>
   </translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Address</translation>
  </message>
  <message>
   <source>Days</source>
   <translation>Days</translation>
  </message>
  <message>
   <source>Filter by province, prefix or region</source>
   <translation>Filter by province, prefix or region</translation>
  </message>
  <message>
   <source>Guide</source>
   <translation>Guide</translation>
  </message>
  <message>
   <source>How to hand in</source>
   <translation>How to hand in</translation>
  </message>
  <message>
   <source>Other facts</source>
   <translation>Other facts</translation>
  </message>
  <message>
   <source>Papers named by this province</source>
   <translation>Papers named by this province</translation>
  </message>
  <message>
   <source>Printing</source>
   <translation>Printing</translation>
  </message>
  <message>
   <source>Provinces</source>
   <translation>Provinces</translation>
  </message>
  <message>
   <source>Restrictions</source>
   <translation>Restrictions</translation>
  </message>
  <message>
   <source>Telephone</source>
   <translation>Telephone</translation>
  </message>
  <message>
   <source>Websites</source>
   <translation>Websites</translation>
  </message>
 </context>
 <context>
  <name>HistoryPanel</name>
  <message numerus="yes">
   <source>%n earlier event(s)</source>
   <translation>
    <numerusform>%n earlier event</numerusform>
    <numerusform>%n earlier events</numerusform>
   </translation>
  </message>
  <message>
   <source>{when} · {who}</source>
   <translation>{when} · {who}</translation>
  </message>
 </context>
 <context>
  <name>HistoryWords</name>
  <message>
   <source>Changed</source>
   <translation>Changed</translation>
  </message>
  <message>
   <source>Changed: {fields}</source>
   <translation>Changed: {fields}</translation>
  </message>
  <message>
   <source>Created</source>
   <translation>Created</translation>
  </message>
  <message>
   <source>Deleted</source>
   <translation>Deleted</translation>
  </message>
  <message>
   <source>Exported</source>
   <translation>Exported</translation>
  </message>
  <message>
   <source>Imported</source>
   <translation>Imported</translation>
  </message>
  <message>
   <source>Looked at: {fields}</source>
   <translation>Looked at: {fields}</translation>
  </message>
  <message>
   <source>Made a paper</source>
   <translation>Made a paper</translation>
  </message>
  <message>
   <source>Merged by an import: {fields}</source>
   <translation>Merged by an import: {fields}</translation>
  </message>
  <message>
   <source>{fields} and {count} more</source>
   <translation>{fields} and {count} more</translation>
  </message>
  <message>
   <source>{what} (undo or redo)</source>
   <translation>{what} (undo or redo)</translation>
  </message>
  <message>
   <source>{when} · {who}</source>
   <translation>{when} · {who}</translation>
  </message>
 </context>
 <context>
  <name>HollowForm</name>
  <message numerus="yes">
   <source>%n site(s) without a domain</source>
   <translation>
    <numerusform>One site without a domain</numerusform>
    <numerusform>%n sites without a domain</numerusform>
   </translation>
  </message>
  <message>
   <source>Also ask the registries (RDAP, WHOIS)</source>
   <translation>Also ask the registries (RDAP, WHOIS)</translation>
  </message>
  <message>
   <source>Domains</source>
   <translation>Domains</translation>
  </message>
  <message>
   <source>Domains to check</source>
   <translation>Domains to check</translation>
  </message>
  <message>
   <source>From a file…</source>
   <translation>From a file…</translation>
  </message>
  <message>
   <source>From the table of sites</source>
   <translation>From the table of sites</translation>
  </message>
  <message>
   <source>Has the domain lapsed?</source>
   <translation>Has the domain lapsed?</translation>
  </message>
  <message>
   <source>Line {line}: {problem}</source>
   <translation>Line {line}: {problem}</translation>
  </message>
  <message>
   <source>Lists (*.txt *.csv *.xlsx *.xls *.ods)</source>
   <translation>Lists (*.txt *.csv *.xlsx *.xls *.ods)</translation>
  </message>
  <message>
   <source>Name at least one resolver, such as 192.0.2.1</source>
   <translation>Name at least one resolver, such as 192.0.2.1</translation>
  </message>
  <message>
   <source>Not read:</source>
   <translation>Not read:</translation>
  </message>
  <message>
   <source>One or several a line; addresses of pages count as their domain</source>
   <translation>One or several a line; addresses of pages count as their domain</translation>
  </message>
  <message>
   <source>One question a second to each registry. Without this a good resolution stays open, since nobody looked whether the domain has lapsed.</source>
   <translation>One question a second to each registry. Without this a good resolution stays open, since nobody looked whether the domain has lapsed.</translation>
  </message>
  <message>
   <source>Only now are questions sent to the network: to these resolvers, and to registries if ticked.</source>
   <translation>Only now are questions sent to the network: to these resolvers, and to registries if ticked.</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Remove</translation>
  </message>
  <message>
   <source>Resolvers</source>
   <translation>Resolvers</translation>
  </message>
  <message>
   <source>Start (Ctrl+Enter)</source>
   <translation>Start (Ctrl+Enter)</translation>
  </message>
  <message>
   <source>Start the check</source>
   <translation>Start the check</translation>
  </message>
  <message>
   <source>Text, CSV or Excel; the column of domains is found by its title</source>
   <translation>Text, CSV or Excel; the column of domains is found by its title</translation>
  </message>
  <message>
   <source>The access provider's addresses</source>
   <translation>The access provider's addresses</translation>
  </message>
  <message>
   <source>This computer has no resolver configured: name one.</source>
   <translation>This computer has no resolver configured: name one.</translation>
  </message>
  <message>
   <source>This computer's own, unless you change them. Several resolvers establish more than one alone.</source>
   <translation>This computer's own, unless you change them. Several resolvers establish more than one alone.</translation>
  </message>
  <message>
   <source>Type a domain, or take a file</source>
   <translation>Type a domain, or take a file</translation>
  </message>
  <message>
   <source>and {count} more</source>
   <translation>and {count} more</translation>
  </message>
  <message numerus="yes">
   <source>{name}: %n domain(s)</source>
   <translation>
    <numerusform>{name}: %n domain</numerusform>
    <numerusform>{name}: %n domains</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>HollowTab</name>
  <message>
   <source>All</source>
   <translation>All</translation>
  </message>
  <message>
   <source>Carry on</source>
   <translation>Carry on</translation>
  </message>
  <message>
   <source>Carry on with another list?</source>
   <translation>Carry on with another list?</translation>
  </message>
  <message>
   <source>Changed</source>
   <translation>Changed</translation>
  </message>
  <message>
   <source>Hollow sites {day}.xlsx</source>
   <translation>Hollow sites {day}.xlsx</translation>
  </message>
  <message>
   <source>Resolvers {names}</source>
   <translation>Resolvers {names}</translation>
  </message>
  <message>
   <source>The run began with another list of address ranges than the one in use now.</source>
   <translation>The run began with another list of address ranges than the one in use now.</translation>
  </message>
  <message>
   <source>no list of ranges</source>
   <translation>no list of ranges</translation>
  </message>
  <message>
   <source>registries asked</source>
   <translation>registries asked</translation>
  </message>
  <message>
   <source>registries not asked</source>
   <translation>registries not asked</translation>
  </message>
  <message>
   <source>{count} networks ({source})</source>
   <translation>{count} networks ({source})</translation>
  </message>
 </context>
 <context>
  <name>ImportWindow</name>
  <message>
   <source>Back</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>Check</translation>
  </message>
  <message>
   <source>Check the rows</source>
   <translation>Check the rows</translation>
  </message>
  <message>
   <source>Checking every row…</source>
   <translation>Checking every row…</translation>
  </message>
  <message>
   <source>Choose a table of filings</source>
   <translation>Choose a table of filings</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Close</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>Columns</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Done</translation>
  </message>
  <message>
   <source>File</source>
   <translation>File</translation>
  </message>
  <message>
   <source>Import a table</source>
   <translation>Import a table</translation>
  </message>
  <message>
   <source>Import {count} rows</source>
   <translation>Import {count} rows</translation>
  </message>
  <message>
   <source>Importing… Everything or nothing is kept.</source>
   <translation>Importing… Everything or nothing is kept.</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Leave</translation>
  </message>
  <message>
   <source>Leave the import?</source>
   <translation>Leave the import?</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Next</translation>
  </message>
  <message>
   <source>Nothing has been imported yet.</source>
   <translation>Nothing has been imported yet.</translation>
  </message>
  <message>
   <source>Reading {name}…</source>
   <translation>Reading {name}…</translation>
  </message>
  <message>
   <source>Save the rejected rows</source>
   <translation>Save the rejected rows</translation>
  </message>
  <message>
   <source>Tables ({patterns})</source>
   <translation>Tables ({patterns})</translation>
  </message>
  <message>
   <source>Take back</source>
   <translation>Take back</translation>
  </message>
  <message>
   <source>Take the import back?</source>
   <translation>Take the import back?</translation>
  </message>
  <message>
   <source>Taking the import back…</source>
   <translation>Taking the import back…</translation>
  </message>
  <message>
   <source>The import was stopped; nothing was kept</source>
   <translation>The import was stopped; nothing was kept</translation>
  </message>
  <message>
   <source>{subjects} subjects and {sites} sites that it made are removed, {merged} records that it completed become what they were before. It cannot be done again except by importing the file again.</source>
   <translation>{subjects} subjects and {sites} sites that it made are removed, {merged} records that it completed become what they were before. It cannot be done again except by importing the file again.</translation>
  </message>
 </context>
 <context>
  <name>JoinDialog</name>
  <message numerus="yes">
   <source>%n file(s)</source>
   <translation>
    <numerusform>%n file</numerusform>
    <numerusform>%n files</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n page(s)</source>
   <translation>
    <numerusform>%n page</numerusform>
    <numerusform>%n pages</numerusform>
   </translation>
  </message>
  <message>
   <source>Add files…</source>
   <translation>Add files…</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>Down</source>
   <translation>Down</translation>
  </message>
  <message>
   <source>Down (Alt+↓)</source>
   <translation>Down (Alt+↓)</translation>
  </message>
  <message>
   <source>Drop files here. Identity cards stand two to a page at their true size, front above back. The originals stay as they are.</source>
   <translation>Drop files here. Identity cards stand two to a page at their true size, front above back. The originals stay as they are.</translation>
  </message>
  <message>
   <source>Files in their order</source>
   <translation>Files in their order</translation>
  </message>
  <message>
   <source>Join</source>
   <translation>Join</translation>
  </message>
  <message>
   <source>Join to one PDF</source>
   <translation>Join to one PDF</translation>
  </message>
  <message>
   <source>Name of the PDF</source>
   <translation>Name of the PDF</translation>
  </message>
  <message>
   <source>No files yet</source>
   <translation>No files yet</translation>
  </message>
  <message>
   <source>One to a page</source>
   <translation>One to a page</translation>
  </message>
  <message>
   <source>PDF</source>
   <translation>PDF</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Pages</translation>
  </message>
  <message>
   <source>Paste</source>
   <translation>Paste</translation>
  </message>
  <message>
   <source>Pictures and PDF ({patterns})</source>
   <translation>Pictures and PDF ({patterns})</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Remove</translation>
  </message>
  <message>
   <source>Straighten…</source>
   <translation>Straighten…</translation>
  </message>
  <message>
   <source>Turn</source>
   <translation>Turn</translation>
  </message>
  <message>
   <source>Turn right (R), left (Shift+R)</source>
   <translation>Turn right (R), left (Shift+R)</translation>
  </message>
  <message>
   <source>Two to a page</source>
   <translation>Two to a page</translation>
  </message>
  <message>
   <source>Up</source>
   <translation>Up</translation>
  </message>
  <message>
   <source>Up (Alt+↑)</source>
   <translation>Up (Alt+↑)</translation>
  </message>
  <message>
   <source>card at its true size</source>
   <translation>card at its true size</translation>
  </message>
  <message>
   <source>picture</source>
   <translation>picture</translation>
  </message>
  <message>
   <source>{row}. being read…</source>
   <translation>{row}. being read…</translation>
  </message>
 </context>
 <context>
  <name>KeptEntries</name>
  <message>
   <source>Go on</source>
   <translation>Go on</translation>
  </message>
  <message>
   <source>Unsaved entries were kept: {title}</source>
   <translation>Unsaved entries were kept: {title}</translation>
  </message>
 </context>
 <context>
  <name>LetterDesk</name>
  <message>
   <source>The letter now stands among the papers of the case</source>
   <translation>The letter now stands among the papers of the case</translation>
  </message>
 </context>
 <context>
  <name>LetterFace</name>
  <message>
   <source>Full name. The settings keep the usual one.</source>
   <translation>Full name. The settings keep the usual one.</translation>
  </message>
  <message>
   <source>Individual</source>
   <translation>Individual</translation>
  </message>
  <message>
   <source>Left empty, it follows from the filing number.</source>
   <translation>Left empty, it follows from the filing number.</translation>
  </message>
  <message>
   <source>Left empty, it is the administration that the filing number tells.</source>
   <translation>Left empty, it is the administration that the filing number tells.</translation>
  </message>
  <message>
   <source>Not after the day it is handed in, and at most three months old when it is looked at.</source>
   <translation>Not after the day it is handed in, and at most three months old when it is looked at.</translation>
  </message>
  <message>
   <source>One in a line. A pasted address is cut down to its domain.</source>
   <translation>One in a line. A pasted address is cut down to its domain.</translation>
  </message>
  <message>
   <source>The legal representative signs by hand; the number may be left too.</source>
   <translation>The legal representative signs by hand; the number may be left too.</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>Unit</translation>
  </message>
  <message>
   <source>{label} (where it applies)</source>
   <translation>{label} (where it applies)</translation>
  </message>
 </context>
 <context>
  <name>LetterQuestions</name>
  <message>
   <source>1 June 2010 to 31 January 2017</source>
   <translation>1 June 2010 to 31 January 2017</translation>
  </message>
  <message>
   <source>Access provider the letter is addressed to</source>
   <translation>Access provider the letter is addressed to</translation>
  </message>
  <message>
   <source>Account that holds the filing now, where known</source>
   <translation>Account that holds the filing now, where known</translation>
  </message>
  <message>
   <source>After 31 January 2017</source>
   <translation>After 31 January 2017</translation>
  </message>
  <message>
   <source>Before 1 June 2010</source>
   <translation>Before 1 June 2010</translation>
  </message>
  <message>
   <source>Can mail to that mailbox still be received?</source>
   <translation>Can mail to that mailbox still be received?</translation>
  </message>
  <message>
   <source>Can the customer log in to the account that holds the filing?</source>
   <translation>Can the customer log in to the account that holds the filing?</translation>
  </message>
  <message>
   <source>Certificate number of that person</source>
   <translation>Certificate number of that person</translation>
  </message>
  <message>
   <source>Certificate number of the legal representative</source>
   <translation>Certificate number of the legal representative</translation>
  </message>
  <message>
   <source>China site</source>
   <translation>China site</translation>
  </message>
  <message>
   <source>Day on which the filing was handed in, where known</source>
   <translation>Day on which the filing was handed in, where known</translation>
  </message>
  <message>
   <source>Digits only, as the customer's account page shows them. A wrong digit sends the filing astray.</source>
   <translation>Digits only, as the customer's account page shows them. A wrong digit sends the filing astray.</translation>
  </message>
  <message>
   <source>Does the customer know the login mailbox of the old platform?</source>
   <translation>Does the customer know the login mailbox of the old platform?</translation>
  </message>
  <message>
   <source>Does the customer receive the verification code there?</source>
   <translation>Does the customer receive the verification code there?</translation>
  </message>
  <message>
   <source>Does the new account already hold another subject?</source>
   <translation>Does the new account already hold another subject?</translation>
  </message>
  <message>
   <source>Filed domain</source>
   <translation>Filed domain</translation>
  </message>
  <message>
   <source>Filing number of the subject</source>
   <translation>Filing number of the subject</translation>
  </message>
  <message>
   <source>Individual</source>
   <translation>Individual</translation>
  </message>
  <message>
   <source>International site</source>
   <translation>International site</translation>
  </message>
  <message>
   <source>Is a filing order in progress in that account?</source>
   <translation>Is a filing order in progress in that account?</translation>
  </message>
  <message>
   <source>Is a filing order in progress in the new account?</source>
   <translation>Is a filing order in progress in the new account?</translation>
  </message>
  <message>
   <source>Name of the person who applies</source>
   <translation>Name of the person who applies</translation>
  </message>
  <message>
   <source>New login mailbox</source>
   <translation>New login mailbox</translation>
  </message>
  <message>
   <source>New login mailbox once more</source>
   <translation>New login mailbox once more</translation>
  </message>
  <message>
   <source>Not known</source>
   <translation>Not known</translation>
  </message>
  <message>
   <source>Old login mailbox, where known</source>
   <translation>Old login mailbox, where known</translation>
  </message>
  <message>
   <source>Subject kind</source>
   <translation>Subject kind</translation>
  </message>
  <message>
   <source>That account is of the</source>
   <translation>That account is of the</translation>
  </message>
  <message>
   <source>The customer has read these effects and agrees</source>
   <translation>The customer has read these effects and agrees</translation>
  </message>
  <message>
   <source>The customer needs the old account all the same: go on with the reset</source>
   <translation>The customer needs the old account all the same: go on with the reset</translation>
  </message>
  <message>
   <source>The customer uses the access provider's own letter (handed out by ticket)</source>
   <translation>The customer uses the access provider's own letter (handed out by ticket)</translation>
  </message>
  <message>
   <source>The new account is of the</source>
   <translation>The new account is of the</translation>
  </message>
  <message>
   <source>The subject's own number, without -1, -2 …</source>
   <translation>The subject's own number, without -1, -2 …</translation>
  </message>
  <message>
   <source>The unit's letter authorizes this person.</source>
   <translation>The unit's letter authorizes this person.</translation>
  </message>
  <message>
   <source>Typed, not pasted: the old mailbox cannot be brought back.</source>
   <translation>Typed, not pasted: the old mailbox cannot be brought back.</translation>
  </message>
  <message>
   <source>UID of the account that is to hold it</source>
   <translation>UID of the account that is to hold it</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>Unit</translation>
  </message>
  <message>
   <source>Was the filing imported into an account of the new system before?</source>
   <translation>Was the filing imported into an account of the new system before?</translation>
  </message>
  <message>
   <source>Was the filing taken over by another provider later?</source>
   <translation>Was the filing taken over by another provider later?</translation>
  </message>
  <message>
   <source>When was the filing handed in</source>
   <translation>When was the filing handed in</translation>
  </message>
  <message>
   <source>Where it can, a new password is enough.</source>
   <translation>Where it can, a new password is enough.</translation>
  </message>
  <message>
   <source>Who can log in transfers online, at once and without papers.</source>
   <translation>Who can log in transfers online, at once and without papers.</translation>
  </message>
 </context>
 <context>
  <name>LetterWindow</name>
  <message>
   <source>Close</source>
   <translation>Close</translation>
  </message>
  <message>
   <source>Draft saved</source>
   <translation>Draft saved</translation>
  </message>
  <message>
   <source>Fill in from a record…</source>
   <translation>Fill in from a record…</translation>
  </message>
  <message>
   <source>Keep in the case</source>
   <translation>Keep in the case</translation>
  </message>
  <message>
   <source>PDF files (*.pdf)</source>
   <translation>PDF files (*.pdf)</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>Print…</translation>
  </message>
  <message>
   <source>Save as PDF…</source>
   <translation>Save as PDF…</translation>
  </message>
  <message>
   <source>Save the letter</source>
   <translation>Save the letter</translation>
  </message>
  <message>
   <source>Saved: {path}</source>
   <translation>Saved: {path}</translation>
  </message>
  <message>
   <source>The draft could not be saved: {why}</source>
   <translation>The draft could not be saved: {why}</translation>
  </message>
  <message>
   <source>The letter appears here in a moment.</source>
   <translation>The letter appears here in a moment.</translation>
  </message>
 </context>
 <context>
  <name>LettersTab</name>
  <message>
   <source>All provinces</source>
   <translation>All provinces</translation>
  </message>
  <message>
   <source>Edition {edition}</source>
   <translation>Edition {edition}</translation>
  </message>
  <message>
   <source>Fill in…</source>
   <translation>Fill in…</translation>
  </message>
  <message>
   <source>Filter by title</source>
   <translation>Filter by title</translation>
  </message>
  <message>
   <source>Imported blank</source>
   <translation>Imported blank</translation>
  </message>
  <message>
   <source>Letters</source>
   <translation>Letters</translation>
  </message>
  <message>
   <source>Our own wording</source>
   <translation>Our own wording</translation>
  </message>
  <message>
   <source>Remarks</source>
   <translation>Remarks</translation>
  </message>
  <message>
   <source>Saved: {path}</source>
   <translation>Saved: {path}</translation>
  </message>
  <message>
   <source>Sources and dates</source>
   <translation>Sources and dates</translation>
  </message>
  <message>
   <source>The blank letter</source>
   <translation>The blank letter</translation>
  </message>
  <message>
   <source>The blank that was brought in ({edition}) is used in place of our own wording.</source>
   <translation>The blank that was brought in ({edition}) is used in place of our own wording.</translation>
  </message>
  <message>
   <source>Where it was read</source>
   <translation>Where it was read</translation>
  </message>
 </context>
 <context>
  <name>ListCard</name>
  <message>
   <source>2026-11-23</source>
   <translation>2026-11-23</translation>
  </message>
  <message>
   <source>As of</source>
   <translation>As of</translation>
  </message>
  <message>
   <source>Bring a list…</source>
   <translation>Bring a list…</translation>
  </message>
  <message>
   <source>CSV, JSON or TOML with network, place and use (docs/checks.md)</source>
   <translation>CSV, JSON or TOML with network, place and use (docs/checks.md)</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>Complete: a registrar that is not on it is not approved</source>
   <translation>Complete: a registrar that is not on it is not approved</translation>
  </message>
  <message>
   <source>Complete: every other address is surely somebody else's</source>
   <translation>Complete: every other address is surely somebody else's</translation>
  </message>
  <message>
   <source>Excel, CSV or text with a column of registrars' names (docs/checks.md)</source>
   <translation>Excel, CSV or text with a column of registrars' names (docs/checks.md)</translation>
  </message>
  <message>
   <source>It is taken out of the store; what was checked with it stays.</source>
   <translation>It is taken out of the store; what was checked with it stays.</translation>
  </message>
  <message>
   <source>Lists (*.csv *.json *.toml)</source>
   <translation>Lists (*.csv *.json *.toml)</translation>
  </message>
  <message>
   <source>Lists (*.xlsx *.csv *.txt)</source>
   <translation>Lists (*.xlsx *.csv *.txt)</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>Source</translation>
  </message>
  <message>
   <source>State where the list is from and of what day it is: without that it proves nothing.</source>
   <translation>State where the list is from and of what day it is: without that it proves nothing.</translation>
  </message>
  <message>
   <source>Take this list</source>
   <translation>Take this list</translation>
  </message>
  <message>
   <source>Use no list?</source>
   <translation>Use no list?</translation>
  </message>
  <message>
   <source>Use none</source>
   <translation>Use none</translation>
  </message>
  <message>
   <source>Who made it, where it was exported</source>
   <translation>Who made it, where it was exported</translation>
  </message>
 </context>
 <context>
  <name>ListNote</name>
  <message>
   <source>Reference lists…</source>
   <translation>Reference lists…</translation>
  </message>
 </context>
 <context>
  <name>ListWords</name>
  <message numerus="yes">
   <source>%n entries</source>
   <translation>
    <numerusform>%n entry</numerusform>
    <numerusform>%n entries</numerusform>
   </translation>
  </message>
  <message>
   <source>Approved domain suffixes</source>
   <translation>Approved domain suffixes</translation>
  </message>
  <message>
   <source>Approved registrars</source>
   <translation>Approved registrars</translation>
  </message>
  <message>
   <source>Brought by {name}, {when}</source>
   <translation>Brought by {name}, {when}</translation>
  </message>
  <message>
   <source>Domain verification compares the registrar with it. None is shipped, since none with a stated source, a date and a licence was at hand. Without one only what you saw at domain.miit.gov.cn decides; else it stays “could not be established”.</source>
   <translation>Domain verification compares the registrar with it. None is shipped, since none with a stated source, a date and a licence was at hand. Without one only what you saw at domain.miit.gov.cn decides; else it stays “could not be established”.</translation>
  </message>
  <message>
   <source>It claims to be complete: a registrar that is not on it is not approved.</source>
   <translation>It claims to be complete: a registrar that is not on it is not approved.</translation>
  </message>
  <message>
   <source>It claims to be complete: any other address is another network's.</source>
   <translation>It claims to be complete: any other address is another network's.</translation>
  </message>
  <message>
   <source>It does not claim to be complete: a registrar that is not on it stays open.</source>
   <translation>It does not claim to be complete: a registrar that is not on it stays open.</translation>
  </message>
  <message>
   <source>It does not claim to be complete: an address outside of it stays open.</source>
   <translation>It does not claim to be complete: an address outside of it stays open.</translation>
  </message>
  <message>
   <source>No list</source>
   <translation>No list</translation>
  </message>
  <message>
   <source>Servers of the registries (RDAP, WHOIS)</source>
   <translation>Servers of the registries (RDAP, WHOIS)</translation>
  </message>
  <message>
   <source>Shipped with the program. A suffix that is missing may have been approved since.</source>
   <translation>Shipped with the program. A suffix that is missing may have been approved since.</translation>
  </message>
  <message>
   <source>Shipped with the program. A suffix without a server is not asked about and stays open.</source>
   <translation>Shipped with the program. A suffix without a server is not asked about and stays open.</translation>
  </message>
  <message>
   <source>The access provider's address ranges</source>
   <translation>The access provider's address ranges</translation>
  </message>
  <message>
   <source>The check for hollow sites needs it. None is shipped, since none with a stated source, a date and places was at hand. Without one it cannot be said whose addresses these are: every domain that resolves stays “could not be established”.</source>
   <translation>The check for hollow sites needs it. None is shipped, since none with a stated source, a date and places was at hand. Without one it cannot be said whose addresses these are: every domain that resolves stays “could not be established”.</translation>
  </message>
  <message>
   <source>This list is {days} days old: bring a newer one.</source>
   <translation>This list is {days} days old: bring a newer one.</translation>
  </message>
  <message>
   <source>This list is {days} days old: look at the source itself.</source>
   <translation>This list is {days} days old: look at the source itself.</translation>
  </message>
  <message>
   <source>{source}, as of {day}</source>
   <translation>{source}, as of {day}</translation>
  </message>
 </context>
 <context>
  <name>ListsTab</name>
  <message>
   <source>Checks compare with these. A list without a source and a date proves nothing and is not taken; lists that you bring are kept in the store for every desk.</source>
   <translation>Checks compare with these. A list without a source and a date proves nothing and is not taken; lists that you bring are kept in the store for every desk.</translation>
  </message>
 </context>
 <context>
  <name>MailboxFace</name>
  <message>
   <source>Another way</source>
   <translation>Another way</translation>
  </message>
  <message>
   <source>Applicant</source>
   <translation>Applicant</translation>
  </message>
  <message>
   <source>Enclosures</source>
   <translation>Enclosures</translation>
  </message>
  <message>
   <source>Files that are uploaded with the request. What is missing stays open on the check list.</source>
   <translation>Files that are uploaded with the request. What is missing stays open on the check list.</translation>
  </message>
  <message>
   <source>Letter</source>
   <translation>Letter</translation>
  </message>
  <message>
   <source>Mailbox</source>
   <translation>Mailbox</translation>
  </message>
  <message>
   <source>New login mailbox of the former platform</source>
   <translation>New login mailbox of the former platform</translation>
  </message>
  <message>
   <source>New password</source>
   <translation>New password</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Review</translation>
  </message>
  <message>
   <source>The customer sets a new password. Send the steps.</source>
   <translation>The customer sets a new password. Send the steps.</translation>
  </message>
  <message>
   <source>The filing</source>
   <translation>The filing</translation>
  </message>
  <message>
   <source>The filing behind the old account, and whose it is.</source>
   <translation>The filing behind the old account, and whose it is.</translation>
  </message>
  <message>
   <source>The old login mailbox is not needed for this filing. Send the steps.</source>
   <translation>The old login mailbox is not needed for this filing. Send the steps.</translation>
  </message>
  <message>
   <source>The old login mailbox is replaced for good.</source>
   <translation>The old login mailbox is replaced for good.</translation>
  </message>
  <message>
   <source>The packet on the right goes with the request. Finish opens the case.</source>
   <translation>The packet on the right goes with the request. Finish opens the case.</translation>
  </message>
  <message>
   <source>The person who applies for the unit and holds its certificate in the photo.</source>
   <translation>The person who applies for the unit and holds its certificate in the photo.</translation>
  </message>
  <message>
   <source>The time of filing decides whether it is claimed, imported or simply logged in to.</source>
   <translation>The time of filing decides whether it is claimed, imported or simply logged in to.</translation>
  </message>
  <message>
   <source>The unit's authorization letter, to be sealed and signed.</source>
   <translation>The unit's authorization letter, to be sealed and signed.</translation>
  </message>
  <message>
   <source>Time of filing</source>
   <translation>Time of filing</translation>
  </message>
  <message>
   <source>What is it about</source>
   <translation>What is it about</translation>
  </message>
  <message>
   <source>Where only the password is lost, nothing has to be handed in.</source>
   <translation>Where only the password is lost, nothing has to be handed in.</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>Beian Desk</source>
   <translation>Beian Desk</translation>
  </message>
  <message>
   <source>Dismiss</source>
   <translation>Dismiss</translation>
  </message>
  <message>
   <source>Done again: {what}</source>
   <translation>Done again: {what}</translation>
  </message>
  <message>
   <source>Locking as soon as the work in hand is done.</source>
   <translation>Locking as soon as the work in hand is done.</translation>
  </message>
  <message>
   <source>Taken back: {what}</source>
   <translation>Taken back: {what}</translation>
  </message>
 </context>
 <context>
  <name>MappingPage</name>
  <message>
   <source>Column</source>
   <translation>Column</translation>
  </message>
  <message>
   <source>Field</source>
   <translation>Field</translation>
  </message>
  <message>
   <source>Field of column {letter}</source>
   <translation>Field of column {letter}</translation>
  </message>
  <message>
   <source>Header</source>
   <translation>Header</translation>
  </message>
  <message>
   <source>Headers were found in line {line}.</source>
   <translation>Headers were found in line {line}.</translation>
  </message>
  <message>
   <source>Leave out</source>
   <translation>Leave out</translation>
  </message>
  <message>
   <source>No headers were found; the fields are guessed from the values.</source>
   <translation>No headers were found; the fields are guessed from the values.</translation>
  </message>
  <message>
   <source>Values</source>
   <translation>Values</translation>
  </message>
  <message>
   <source>{where} Check the field of each column.</source>
   <translation>{where} Check the field of each column.</translation>
  </message>
 </context>
 <context>
  <name>MarkDialog</name>
  <message>
   <source>As the desk has agreed</source>
   <translation>As the desk has agreed</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>Mark this copy with its purpose</source>
   <translation>Mark this copy with its purpose</translation>
  </message>
  <message>
   <source>Take over</source>
   <translation>Take over</translation>
  </message>
  <message>
   <source>The page as it will be printed</source>
   <translation>The page as it will be printed</translation>
  </message>
  <message>
   <source>Watermark position</source>
   <translation>Watermark position</translation>
  </message>
  <message>
   <source>Watermark strength</source>
   <translation>Watermark strength</translation>
  </message>
  <message>
   <source>Watermark text</source>
   <translation>Watermark text</translation>
  </message>
  <message>
   <source>Watermark: {paper}</source>
   <translation>Watermark: {paper}</translation>
  </message>
  <message>
   <source>Without a text of its own, the copy says what the packet is for. The file itself is not changed.</source>
   <translation>Without a text of its own, the copy says what the packet is for. The file itself is not changed.</translation>
  </message>
 </context>
 <context>
  <name>MaterialsPanel</name>
  <message>
   <source>Add files…</source>
   <translation>Add files…</translation>
  </message>
  <message>
   <source>Add its file…</source>
   <translation>Add its file…</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>Copied</translation>
  </message>
  <message>
   <source>Copy what is wrong, for the customer</source>
   <translation>Copy what is wrong, for the customer</translation>
  </message>
  <message>
   <source>Drop files here. Choose the kind first; originals are kept unchanged.</source>
   <translation>Drop files here. Choose the kind first; originals are kept unchanged.</translation>
  </message>
  <message>
   <source>It is something else</source>
   <translation>It is something else</translation>
  </message>
  <message numerus="yes">
   <source>Join %n ticked to one PDF…</source>
   <translation>
    <numerusform>Join %n ticked to one PDF…</numerusform>
    <numerusform>Join %n ticked to one PDF…</numerusform>
   </translation>
  </message>
  <message>
   <source>Join to one PDF…</source>
   <translation>Join to one PDF…</translation>
  </message>
  <message>
   <source>Joined; the pictures stay</source>
   <translation>Joined; the pictures stay</translation>
  </message>
  <message>
   <source>Kind of the next file</source>
   <translation>Kind of the next file</translation>
  </message>
  <message>
   <source>Look</source>
   <translation>Look</translation>
  </message>
  <message>
   <source>More about {line}</source>
   <translation>More about {line}</translation>
  </message>
  <message>
   <source>Paste</source>
   <translation>Paste</translation>
  </message>
  <message>
   <source>Pictures and PDF ({patterns})</source>
   <translation>Pictures and PDF ({patterns})</translation>
  </message>
  <message>
   <source>Purged</source>
   <translation>Purged</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>Received</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Remove</translation>
  </message>
  <message>
   <source>Straightened; the original stays</source>
   <translation>Straightened; the original stays</translation>
  </message>
  <message>
   <source>Straighten…</source>
   <translation>Straighten…</translation>
  </message>
  <message>
   <source>Taken in</source>
   <translation>Taken in</translation>
  </message>
  <message>
   <source>Taken in, with something to look at</source>
   <translation>Taken in, with something to look at</translation>
  </message>
  <message>
   <source>Wanted</source>
   <translation>Wanted</translation>
  </message>
  <message>
   <source>What can be done with it</source>
   <translation>What can be done with it</translation>
  </message>
  <message>
   <source>“{title}” was removed</source>
   <translation>“{title}” was removed</translation>
  </message>
 </context>
 <context>
  <name>MoveDayDialog</name>
  <message>
   <source>It stays with the arithmetic.</source>
   <translation>It stays with the arithmetic.</translation>
  </message>
  <message>
   <source>Move</source>
   <translation>Move</translation>
  </message>
  <message>
   <source>Move the deadline</source>
   <translation>Move the deadline</translation>
  </message>
  <message>
   <source>New day</source>
   <translation>New day</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Reason</translation>
  </message>
 </context>
 <context>
  <name>MoveSiteDialog</name>
  <message>
   <source>Cancel</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>Filing number under that subject</source>
   <translation>Filing number under that subject</translation>
  </message>
  <message>
   <source>It has had no number so far. Leave the field empty until there is one.</source>
   <translation>It has had no number so far. Leave the field empty until there is one.</translation>
  </message>
  <message>
   <source>Its number so far is {number}. Leave the field empty until the new one is known.</source>
   <translation>Its number so far is {number}. Leave the field empty until the new one is known.</translation>
  </message>
  <message>
   <source>Move the site</source>
   <translation>Move the site</translation>
  </message>
  <message>
   <source>Move {name} to another subject</source>
   <translation>Move {name} to another subject</translation>
  </message>
  <message>
   <source>Subject that holds it from now on</source>
   <translation>Subject that holds it from now on</translation>
  </message>
 </context>
 <context>
  <name>NewCaseDialog</name>
  <message>
   <source>Begin the case</source>
   <translation>Begin the case</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>Check list</source>
   <translation>Check list</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Customer</translation>
  </message>
  <message>
   <source>Filing that it is about, if known</source>
   <translation>Filing that it is about, if known</translation>
  </message>
  <message>
   <source>Filter procedures</source>
   <translation>Filter procedures</translation>
  </message>
  <message>
   <source>New case</source>
   <translation>New case</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>Owner</translation>
  </message>
  <message>
   <source>Procedures</source>
   <translation>Procedures</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>Site</translation>
  </message>
  <message>
   <source>The whole subject</source>
   <translation>The whole subject</translation>
  </message>
  <message>
   <source>This is done elsewhere; the case starts with an empty list.</source>
   <translation>This is done elsewhere; the case starts with an empty list.</translation>
  </message>
  <message>
   <source>Ticket number</source>
   <translation>Ticket number</translation>
  </message>
 </context>
 <context>
  <name>NewPassphrase</name>
  <message numerus="yes">
   <source>At least %n character(s).</source>
   <translation>
    <numerusform>At least %n character.</numerusform>
    <numerusform>At least %n characters.</numerusform>
   </translation>
  </message>
  <message>
   <source>Fair.</source>
   <translation>Fair.</translation>
  </message>
  <message>
   <source>Good.</source>
   <translation>Good.</translation>
  </message>
  <message>
   <source>Once more</source>
   <translation>Once more</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Passphrase</translation>
  </message>
  <message>
   <source>Passphrase once more</source>
   <translation>Passphrase once more</translation>
  </message>
  <message>
   <source>The two do not agree.</source>
   <translation>The two do not agree.</translation>
  </message>
  <message>
   <source>Weak: a few words in a row are better than one.</source>
   <translation>Weak: a few words in a row are better than one.</translation>
  </message>
 </context>
 <context>
  <name>NewStoreForm</name>
  <message>
   <source>A passphrase: asked for at every start</source>
   <translation>A passphrase: asked for at every start</translation>
  </message>
  <message>
   <source>Create the store</source>
   <translation>Create the store</translation>
  </message>
  <message>
   <source>My system account (recommended): opens without a question</source>
   <translation>My system account (recommended): opens without a question</translation>
  </message>
  <message>
   <source>Welcome to Beian Desk</source>
   <translation>Welcome to Beian Desk</translation>
  </message>
  <message>
   <source>Your records are kept encrypted on this computer. Nothing is sent anywhere. Choose what opens them.</source>
   <translation>Your records are kept encrypted on this computer. Nothing is sent anywhere. Choose what opens them.</translation>
  </message>
 </context>
 <context>
  <name>NoteDialog</name>
  <message>
   <source>Ctrl+Enter keeps it; an empty note is taken away.</source>
   <translation>Ctrl+Enter keeps it; an empty note is taken away.</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>Keep</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
 </context>
 <context>
  <name>OwnRulesTab</name>
  <message>
   <source>Add a rule…</source>
   <translation>Add a rule…</translation>
  </message>
  <message>
   <source>By</source>
   <translation>By</translation>
  </message>
  <message>
   <source>Correct…</source>
   <translation>Correct…</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Date</translation>
  </message>
  <message>
   <source>Ends a rule</source>
   <translation>Ends a rule</translation>
  </message>
  <message>
   <source>Export chosen…</source>
   <translation>Export chosen…</translation>
  </message>
  <message>
   <source>Import a pack…</source>
   <translation>Import a pack…</translation>
  </message>
  <message>
   <source>In force</source>
   <translation>In force</translation>
  </message>
  <message>
   <source>In words</source>
   <translation>In words</translation>
  </message>
  <message>
   <source>Let it hold again</source>
   <translation>Let it hold again</translation>
  </message>
  <message>
   <source>No rules of your own yet. Correct one in “Rules by province”, add one, or import a pack.</source>
   <translation>No rules of your own yet. Correct one in “Rules by province”, add one, or import a pack.</translation>
  </message>
  <message>
   <source>Own rules</source>
   <translation>Own rules</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>Province</translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>Rule</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>Source</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>The program says nothing here.</source>
   <translation>The program says nothing here.</translation>
  </message>
  <message>
   <source>What the program ships</source>
   <translation>What the program ships</translation>
  </message>
  <message>
   <source>Withdraw</source>
   <translation>Withdraw</translation>
  </message>
  <message>
   <source>Withdrawn</source>
   <translation>Withdrawn</translation>
  </message>
  <message>
   <source>Withdrawn ones too</source>
   <translation>Withdrawn ones too</translation>
  </message>
  <message>
   <source>Written here before and after</source>
   <translation>Written here before and after</translation>
  </message>
  <message>
   <source>Your rule</source>
   <translation>Your rule</translation>
  </message>
 </context>
 <context>
  <name>PackDialog</name>
  <message numerus="yes">
   <source>%n different</source>
   <translation>
    <numerusform>%n different</numerusform>
    <numerusform>%n different</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n equal to those here</source>
   <translation>
    <numerusform>%n equal to the one here</numerusform>
    <numerusform>%n equal to those here</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n new blank(s)</source>
   <translation>
    <numerusform>%n new blank</numerusform>
    <numerusform>%n new blanks</numerusform>
   </translation>
  </message>
  <message>
   <source>Boxes</source>
   <translation>Boxes</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>Differences</source>
   <translation>Differences</translation>
  </message>
  <message>
   <source>Fields</source>
   <translation>Fields</translation>
  </message>
  <message>
   <source>File</source>
   <translation>File</translation>
  </message>
  <message>
   <source>Here</source>
   <translation>Here</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Import</translation>
  </message>
  <message>
   <source>Import pack</source>
   <translation>Import pack</translation>
  </message>
  <message>
   <source>In the pack</source>
   <translation>In the pack</translation>
  </message>
  <message>
   <source>In use from</source>
   <translation>In use from</translation>
  </message>
  <message>
   <source>In use until</source>
   <translation>In use until</translation>
  </message>
  <message>
   <source>Issued on</source>
   <translation>Issued on</translation>
  </message>
  <message>
   <source>Keep the one here</source>
   <translation>Keep the one here</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Number of boxes</source>
   <translation>Number of boxes</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>Source</translation>
  </message>
  <message>
   <source>Take the one in the pack</source>
   <translation>Take the one in the pack</translation>
  </message>
  <message>
   <source>These are here already and differ. Papers that were printed stay as they are.</source>
   <translation>These are here already and differ. Papers that were printed stay as they are.</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Title</translation>
  </message>
  <message>
   <source>What</source>
   <translation>What</translation>
  </message>
  <message>
   <source>{province}, edition {edition}</source>
   <translation>{province}, edition {edition}</translation>
  </message>
 </context>
 <context>
  <name>PackExportDialog</name>
  <message>
   <source>All</source>
   <translation>All</translation>
  </message>
  <message>
   <source>Blanks</source>
   <translation>Blanks</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>Export pack</source>
   <translation>Export pack</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Export…</translation>
  </message>
  <message>
   <source>None</source>
   <translation>None</translation>
  </message>
  <message>
   <source>The pack holds each blank's file, its boxes and its sources; no data of customers.</source>
   <translation>The pack holds each blank's file, its boxes and its sources; no data of customers.</translation>
  </message>
 </context>
 <context>
  <name>PaperRow</name>
  <message>
   <source>Choose files…</source>
   <translation>Choose files…</translation>
  </message>
  <message>
   <source>From the case</source>
   <translation>From the case</translation>
  </message>
  <message>
   <source>Join several to one PDF…</source>
   <translation>Join several to one PDF…</translation>
  </message>
  <message>
   <source>Kept in the store: {path}</source>
   <translation>Kept in the store: {path}</translation>
  </message>
  <message>
   <source>Paste</source>
   <translation>Paste</translation>
  </message>
  <message>
   <source>Paste, join, watermark</source>
   <translation>Paste, join, watermark</translation>
  </message>
  <message>
   <source>Pictures and PDF ({patterns})</source>
   <translation>Pictures and PDF ({patterns})</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Remove</translation>
  </message>
  <message>
   <source>Remove {file}</source>
   <translation>Remove {file}</translation>
  </message>
  <message>
   <source>Source: {source} ({date})</source>
   <translation>Source: {source} ({date})</translation>
  </message>
  <message>
   <source>Straighten {file}</source>
   <translation>Straighten {file}</translation>
  </message>
  <message>
   <source>Straighten…</source>
   <translation>Straighten…</translation>
  </message>
  <message>
   <source>Watermark set for this copy</source>
   <translation>Watermark set for this copy</translation>
  </message>
  <message>
   <source>Watermark: {text}</source>
   <translation>Watermark: {text}</translation>
  </message>
  <message>
   <source>Watermark…</source>
   <translation>Watermark…</translation>
  </message>
  <message>
   <source>Without a watermark</source>
   <translation>Without a watermark</translation>
  </message>
  <message>
   <source>required</source>
   <translation>required</translation>
  </message>
  <message>
   <source>where it applies</source>
   <translation>where it applies</translation>
  </message>
  <message>
   <source>{paper}: choose files</source>
   <translation>{paper}: choose files</translation>
  </message>
  <message>
   <source>{paper}: paste, join, watermark</source>
   <translation>{paper}: paste, join, watermark</translation>
  </message>
  <message>
   <source>{paper}: take a file of the case</source>
   <translation>{paper}: take a file of the case</translation>
  </message>
 </context>
 <context>
  <name>PapersPage</name>
  <message>
   <source>Forms</source>
   <translation>Forms</translation>
  </message>
  <message>
   <source>Forms of the provinces</source>
   <translation>Forms of the provinces</translation>
  </message>
 </context>
 <context>
  <name>PapersPanel</name>
  <message numerus="yes">
   <source>%n page(s)</source>
   <translation>
    <numerusform>%n page</numerusform>
    <numerusform>%n pages</numerusform>
   </translation>
  </message>
  <message>
   <source>Copy number</source>
   <translation>Copy number</translation>
  </message>
  <message>
   <source>Made anew; the old paper stays</source>
   <translation>Made anew; the old paper stays</translation>
  </message>
  <message>
   <source>Make it anew</source>
   <translation>Make it anew</translation>
  </message>
  <message>
   <source>Make the packet anew…</source>
   <translation>Make the packet anew…</translation>
  </message>
  <message>
   <source>Mark as sent…</source>
   <translation>Mark as sent…</translation>
  </message>
  <message>
   <source>Marked as sent; the deadline counts from that day</source>
   <translation>Marked as sent; the deadline counts from that day</translation>
  </message>
  <message>
   <source>No longer marked as sent; the deadline stays</source>
   <translation>No longer marked as sent; the deadline stays</translation>
  </message>
  <message>
   <source>No paper yet. A wizard makes the papers of a case.</source>
   <translation>No paper yet. A wizard makes the papers of a case.</translation>
  </message>
  <message>
   <source>Not sent</source>
   <translation>Not sent</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Open</translation>
  </message>
  <message>
   <source>Open it…</source>
   <translation>Open it…</translation>
  </message>
  <message>
   <source>Sent</source>
   <translation>Sent</translation>
  </message>
  <message>
   <source>Sent {day}</source>
   <translation>Sent {day}</translation>
  </message>
  <message>
   <source>The edition in force does not take the values as they were kept:

{problems}

Open it to mend that? Everything that is known is filled in already; the old paper stays.</source>
   <translation>The edition in force does not take the values as they were kept:

{problems}

Open it to mend that? Everything that is known is filled in already; the old paper stays.</translation>
  </message>
  <message numerus="yes">
   <source>The packet lacks %n newer enclosure(s)</source>
   <translation>
    <numerusform>The packet lacks a newer enclosure</numerusform>
    <numerusform>The packet lacks %n newer enclosures</numerusform>
   </translation>
  </message>
  <message>
   <source>The packet was made anew; the older one stays</source>
   <translation>The packet was made anew; the older one stays</translation>
  </message>
  <message>
   <source>This version of the program would print it otherwise than it was. Make another from the same values? The old one stays.</source>
   <translation>This version of the program would print it otherwise than it was. Make another from the same values? The old one stays.</translation>
  </message>
  <message>
   <source>Write a letter…</source>
   <translation>Write a letter…</translation>
  </message>
  <message>
   <source>made {day}</source>
   <translation>made {day}</translation>
  </message>
 </context>
 <context>
  <name>PassphraseDialog</name>
  <message>
   <source>Change passphrase</source>
   <translation>Change passphrase</translation>
  </message>
  <message>
   <source>Passphrase until now</source>
   <translation>Passphrase until now</translation>
  </message>
 </context>
 <context>
  <name>PassphraseForm</name>
  <message>
   <source>Beian Desk is locked</source>
   <translation>Beian Desk is locked</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Open</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Passphrase</translation>
  </message>
  <message>
   <source>Type the passphrase to open the records.</source>
   <translation>Type the passphrase to open the records.</translation>
  </message>
  <message>
   <source>Use the recovery code</source>
   <translation>Use the recovery code</translation>
  </message>
  <message>
   <source>Your system account opens the records.</source>
   <translation>Your system account opens the records.</translation>
  </message>
 </context>
 <context>
  <name>PdfPane</name>
  <message>
   <source>Actual size (Ctrl+0)</source>
   <translation>Actual size (Ctrl+0)</translation>
  </message>
  <message>
   <source>Larger (Ctrl++)</source>
   <translation>Larger (Ctrl++)</translation>
  </message>
  <message>
   <source>PDF files (*.pdf)</source>
   <translation>PDF files (*.pdf)</translation>
  </message>
  <message>
   <source>Page</source>
   <translation>Page</translation>
  </message>
  <message>
   <source>Page width (Ctrl+9)</source>
   <translation>Page width (Ctrl+9)</translation>
  </message>
  <message>
   <source>Page {number} of {pages}</source>
   <translation>Page {number} of {pages}</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>Print…</translation>
  </message>
  <message>
   <source>Save as PDF</source>
   <translation>Save as PDF</translation>
  </message>
  <message>
   <source>Save as PDF…</source>
   <translation>Save as PDF…</translation>
  </message>
  <message>
   <source>Smaller (Ctrl+-)</source>
   <translation>Smaller (Ctrl+-)</translation>
  </message>
  <message>
   <source>Whole page</source>
   <translation>Whole page</translation>
  </message>
  <message>
   <source>Width</source>
   <translation>Width</translation>
  </message>
 </context>
 <context>
  <name>PdfView</name>
  <message>
   <source>Pages as printed</source>
   <translation>Pages as printed</translation>
  </message>
 </context>
 <context>
  <name>PictureDialog</name>
  <message>
   <source>This format cannot be shown here; it prints all the same.</source>
   <translation>This format cannot be shown here; it prints all the same.</translation>
  </message>
 </context>
 <context>
  <name>PreviewPanel</name>
  <message numerus="yes">
   <source>%n page(s)</source>
   <translation>
    <numerusform>%n page</numerusform>
    <numerusform>%n pages</numerusform>
   </translation>
  </message>
  <message>
   <source>Fit</source>
   <translation>Fit</translation>
  </message>
  <message>
   <source>From the official instructions</source>
   <translation>From the official instructions</translation>
  </message>
  <message>
   <source>Larger (Ctrl++)</source>
   <translation>Larger (Ctrl++)</translation>
  </message>
  <message>
   <source>Letter handed out</source>
   <translation>Letter handed out</translation>
  </message>
  <message>
   <source>Official blank</source>
   <translation>Official blank</translation>
  </message>
  <message>
   <source>Official table not seen</source>
   <translation>Official table not seen</translation>
  </message>
  <message>
   <source>Official table seen</source>
   <translation>Official table seen</translation>
  </message>
  <message>
   <source>Our own wording</source>
   <translation>Our own wording</translation>
  </message>
  <message>
   <source>Page width (Ctrl+9)</source>
   <translation>Page width (Ctrl+9)</translation>
  </message>
  <message>
   <source>Smaller (Ctrl+-)</source>
   <translation>Smaller (Ctrl+-)</translation>
  </message>
 </context>
 <context>
  <name>ProblemsModel</name>
  <message>
   <source>Column</source>
   <translation>Column</translation>
  </message>
  <message>
   <source>Found</source>
   <translation>Found</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>Line</translation>
  </message>
  <message>
   <source>What is wrong</source>
   <translation>What is wrong</translation>
  </message>
 </context>
 <context>
  <name>ProceduresTab</name>
  <message>
   <source>Copied: the customer's version</source>
   <translation>Copied: the customer's version</translation>
  </message>
  <message>
   <source>Copy for customer</source>
   <translation>Copy for customer</translation>
  </message>
  <message>
   <source>Filter procedures</source>
   <translation>Filter procedures</translation>
  </message>
  <message>
   <source>For</source>
   <translation>For</translation>
  </message>
  <message>
   <source>Make papers…</source>
   <translation>Make papers…</translation>
  </message>
  <message>
   <source>New case…</source>
   <translation>New case…</translation>
  </message>
  <message>
   <source>PDF files (*.pdf)</source>
   <translation>PDF files (*.pdf)</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Paper</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>Print…</translation>
  </message>
  <message>
   <source>Procedures</source>
   <translation>Procedures</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>Province</translation>
  </message>
  <message>
   <source>Save as PDF…</source>
   <translation>Save as PDF…</translation>
  </message>
  <message>
   <source>Save the page</source>
   <translation>Save the page</translation>
  </message>
  <message>
   <source>Saved: {path}</source>
   <translation>Saved: {path}</translation>
  </message>
  <message>
   <source>Subject kind</source>
   <translation>Subject kind</translation>
  </message>
  <message>
   <source>Words on this page</source>
   <translation>Words on this page</translation>
  </message>
  <message>
   <source>a unit</source>
   <translation>a unit</translation>
  </message>
  <message>
   <source>all provinces</source>
   <translation>all provinces</translation>
  </message>
  <message>
   <source>an individual</source>
   <translation>an individual</translation>
  </message>
  <message>
   <source>unit or individual</source>
   <translation>unit or individual</translation>
  </message>
 </context>
 <context>
  <name>PropertyPanel</name>
  <message>
   <source> mm</source>
   <translation> mm</translation>
  </message>
  <message>
   <source> pt</source>
   <translation> pt</translation>
  </message>
  <message numerus="yes">
   <source>%n box(es)</source>
   <translation>
    <numerusform>%n box</numerusform>
    <numerusform>%n boxes</numerusform>
   </translation>
  </message>
  <message>
   <source>Across</source>
   <translation>Across</translation>
  </message>
  <message>
   <source>As many as fit</source>
   <translation>As many as fit</translation>
  </message>
  <message>
   <source>Bottom</source>
   <translation>Bottom</translation>
  </message>
  <message>
   <source>Cells</source>
   <translation>Cells</translation>
  </message>
  <message>
   <source>Centre</source>
   <translation>Centre</translation>
  </message>
  <message>
   <source>Check mark</source>
   <translation>Check mark</translation>
  </message>
  <message>
   <source>Click a box, or press Tab on the page. Draw a new one with the mouse, or double-click an empty cell.</source>
   <translation>Click a box, or press Tab on the page. Draw a new one with the mouse, or double-click an empty cell.</translation>
  </message>
  <message>
   <source>Cross</source>
   <translation>Cross</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Day</translation>
  </message>
  <message>
   <source>Filled</source>
   <translation>Filled</translation>
  </message>
  <message>
   <source>From left</source>
   <translation>From left</translation>
  </message>
  <message>
   <source>From top</source>
   <translation>From top</translation>
  </message>
  <message>
   <source>Go on on a further sheet</source>
   <translation>Go on on a further sheet</translation>
  </message>
  <message>
   <source>Height</source>
   <translation>Height</translation>
  </message>
  <message>
   <source>It is right (Enter)</source>
   <translation>It is right (Enter)</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>Largest size</source>
   <translation>Largest size</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Left</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Lines</translation>
  </message>
  <message>
   <source>Mark</source>
   <translation>Mark</translation>
  </message>
  <message>
   <source>Marks the box as looked at and goes to the next one to be checked</source>
   <translation>Marks the box as looked at and goes to the next one to be checked</translation>
  </message>
  <message>
   <source>Middle</source>
   <translation>Middle</translation>
  </message>
  <message>
   <source>Month</source>
   <translation>Month</translation>
  </message>
  <message>
   <source>Must be filled in</source>
   <translation>Must be filled in</translation>
  </message>
  <message>
   <source>No box chosen</source>
   <translation>No box chosen</translation>
  </message>
  <message>
   <source>Part</source>
   <translation>Part</translation>
  </message>
  <message>
   <source>Print smaller</source>
   <translation>Print smaller</translation>
  </message>
  <message>
   <source>Printed label</source>
   <translation>Printed label</translation>
  </message>
  <message>
   <source>Refuse</source>
   <translation>Refuse</translation>
  </message>
  <message>
   <source>Right</source>
   <translation>Right</translation>
  </message>
  <message>
   <source>Smallest size</source>
   <translation>Smallest size</translation>
  </message>
  <message>
   <source>Ticked by</source>
   <translation>Ticked by</translation>
  </message>
  <message>
   <source>Too long</source>
   <translation>Too long</translation>
  </message>
  <message>
   <source>Top</source>
   <translation>Top</translation>
  </message>
  <message>
   <source>Upright</source>
   <translation>Upright</translation>
  </message>
  <message>
   <source>What is changed here is changed in all of them. The first one is shown.</source>
   <translation>What is changed here is changed in all of them. The first one is shown.</translation>
  </message>
  <message>
   <source>Whole date</source>
   <translation>Whole date</translation>
  </message>
  <message>
   <source>Width</source>
   <translation>Width</translation>
  </message>
  <message>
   <source>Words</source>
   <translation>Words</translation>
  </message>
  <message>
   <source>Year</source>
   <translation>Year</translation>
  </message>
 </context>
 <context>
  <name>QtPrompts</name>
  <message>
   <source>That did not work</source>
   <translation>That did not work</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Yes</translation>
  </message>
 </context>
 <context>
  <name>QuestionForm</name>
  <message>
   <source>By hand</source>
   <translation>By hand</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Choose…</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Clear</translation>
  </message>
  <message>
   <source>Leave a blank line on the paper for the pen</source>
   <translation>Leave a blank line on the paper for the pen</translation>
  </message>
  <message>
   <source>No</source>
   <translation>No</translation>
  </message>
  <message>
   <source>No date</source>
   <translation>No date</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Yes</translation>
  </message>
  <message>
   <source>{field}: fill in by hand</source>
   <translation>{field}: fill in by hand</translation>
  </message>
 </context>
 <context>
  <name>Questions</name>
  <message>
   <source>A lost account can usually be found again by the filed domain.</source>
   <translation>A lost account can usually be found again by the filed domain.</translation>
  </message>
  <message>
   <source>Access provider, where known</source>
   <translation>Access provider, where known</translation>
  </message>
  <message>
   <source>An own filing is deregistered online at its access provider wherever that is possible.</source>
   <translation>An own filing is deregistered online at its access provider wherever that is possible.</translation>
  </message>
  <message>
   <source>As the public query shows it. The first character decides which administration is asked.</source>
   <translation>As the public query shows it. The first character decides which administration is asked.</translation>
  </message>
  <message>
   <source>Can the customer log in to that provider's filing system?</source>
   <translation>Can the customer log in to that provider's filing system?</translation>
  </message>
  <message>
   <source>Certificate number of the agent</source>
   <translation>Certificate number of the agent</translation>
  </message>
  <message>
   <source>Certificate number of the applicant</source>
   <translation>Certificate number of the applicant</translation>
  </message>
  <message>
   <source>Certificate number of the legal representative</source>
   <translation>Certificate number of the legal representative</translation>
  </message>
  <message>
   <source>Certificate number of the subject</source>
   <translation>Certificate number of the subject</translation>
  </message>
  <message>
   <source>Certificate type</source>
   <translation>Certificate type</translation>
  </message>
  <message>
   <source>Contact person</source>
   <translation>Contact person</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Customer</translation>
  </message>
  <message>
   <source>Date of application</source>
   <translation>Date of application</translation>
  </message>
  <message>
   <source>Date of the letter</source>
   <translation>Date of the letter</translation>
  </message>
  <message>
   <source>Does the customer know the access provider of this filing?</source>
   <translation>Does the customer know the access provider of this filing?</translation>
  </message>
  <message>
   <source>Domain: the applicant holds the domain now</source>
   <translation>Domain: the applicant holds the domain now</translation>
  </message>
  <message>
   <source>Domains</source>
   <translation>Domains</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-mail</translation>
  </message>
  <message>
   <source>Exactly as the public query shows it.</source>
   <translation>Exactly as the public query shows it.</translation>
  </message>
  <message>
   <source>Filing number to be deregistered</source>
   <translation>Filing number to be deregistered</translation>
  </message>
  <message>
   <source>Full name as on the certificate; a unit's name must equal its seal.</source>
   <translation>Full name as on the certificate; a unit's name must equal its seal.</translation>
  </message>
  <message>
   <source>Ground of the application</source>
   <translation>Ground of the application</translation>
  </message>
  <message>
   <source>Handled by</source>
   <translation>Handled by</translation>
  </message>
  <message>
   <source>Hollow subject: the public query shows the subject but no site or other service</source>
   <translation>Hollow subject: the public query shows the subject but no site or other service</translation>
  </message>
  <message>
   <source>Individual</source>
   <translation>Individual</translation>
  </message>
  <message>
   <source>It is brought separately</source>
   <translation>It is brought separately</translation>
  </message>
  <message>
   <source>Landline</source>
   <translation>Landline</translation>
  </message>
  <message>
   <source>Left empty, the letter keeps a line for the pen.</source>
   <translation>Left empty, the letter keeps a line for the pen.</translation>
  </message>
  <message>
   <source>Legal representative</source>
   <translation>Legal representative</translation>
  </message>
  <message>
   <source>Make it here, to be sealed and signed</source>
   <translation>Make it here, to be sealed and signed</translation>
  </message>
  <message>
   <source>Mobile number</source>
   <translation>Mobile number</translation>
  </message>
  <message>
   <source>Name of the agent</source>
   <translation>Name of the agent</translation>
  </message>
  <message>
   <source>Name of the applicant</source>
   <translation>Name of the applicant</translation>
  </message>
  <message>
   <source>Name or certificate changed since the filing was made</source>
   <translation>Name or certificate changed since the filing was made</translation>
  </message>
  <message>
   <source>Not after the day it is handed in, and at most three months old when it is looked at.</source>
   <translation>Not after the day it is handed in, and at most three months old when it is looked at.</translation>
  </message>
  <message>
   <source>One in a line. A pasted address is cut down to its domain.</source>
   <translation>One in a line. A pasted address is cut down to its domain.</translation>
  </message>
  <message>
   <source>One site (number with -1, -2 …)</source>
   <translation>One site (number with -1, -2 …)</translation>
  </message>
  <message>
   <source>Phone of the agent</source>
   <translation>Phone of the agent</translation>
  </message>
  <message>
   <source>Printed on the form as it stands here. A text that fits the case is proposed.</source>
   <translation>Printed on the form as it stands here. A text that fits the case is proposed.</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Reason</translation>
  </message>
  <message>
   <source>Several domains are separated by a space.</source>
   <translation>Several domains are separated by a space.</translation>
  </message>
  <message>
   <source>Site name</source>
   <translation>Site name</translation>
  </message>
  <message>
   <source>Somebody acts for the applicant (an agent hands the papers in)</source>
   <translation>Somebody acts for the applicant (an agent hands the papers in)</translation>
  </message>
  <message>
   <source>Somebody else's: it stands in the applicant's way</source>
   <translation>Somebody else's: it stands in the applicant's way</translation>
  </message>
  <message>
   <source>Subject kind</source>
   <translation>Subject kind</translation>
  </message>
  <message>
   <source>Subject name</source>
   <translation>Subject name</translation>
  </message>
  <message>
   <source>Subject: name and certificate number are the applicant's</source>
   <translation>Subject: name and certificate number are the applicant's</translation>
  </message>
  <message>
   <source>The applicant is</source>
   <translation>The applicant is</translation>
  </message>
  <message>
   <source>The applicant's own</source>
   <translation>The applicant's own</translation>
  </message>
  <message>
   <source>The day the applicant signs; printed on the form.</source>
   <translation>The day the applicant signs; printed on the form.</translation>
  </message>
  <message>
   <source>The domain has lapsed or was registered by somebody else, so there is no domain certificate</source>
   <translation>The domain has lapsed or was registered by somebody else, so there is no domain certificate</translation>
  </message>
  <message>
   <source>The letter holds until</source>
   <translation>The letter holds until</translation>
  </message>
  <message>
   <source>The letter that authorizes the agent</source>
   <translation>The letter that authorizes the agent</translation>
  </message>
  <message>
   <source>The online way does not work out for this customer: go on with paper</source>
   <translation>The online way does not work out for this customer: go on with paper</translation>
  </message>
  <message>
   <source>The whole subject with all its sites</source>
   <translation>The whole subject with all its sites</translation>
  </message>
  <message>
   <source>There is one already: it goes with the enclosures</source>
   <translation>There is one already: it goes with the enclosures</translation>
  </message>
  <message>
   <source>Ticket number</source>
   <translation>Ticket number</translation>
  </message>
  <message>
   <source>Type the domain to confirm</source>
   <translation>Type the domain to confirm</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>Unit</translation>
  </message>
  <message>
   <source>What is to go</source>
   <translation>What is to go</translation>
  </message>
  <message>
   <source>Whose filing is it</source>
   <translation>Whose filing is it</translation>
  </message>
 </context>
 <context>
  <name>QuestionsTab</name>
  <message>
   <source>Cause</source>
   <translation>Cause</translation>
  </message>
  <message>
   <source>Copied: the answer</source>
   <translation>Copied: the answer</translation>
  </message>
  <message>
   <source>Copy the answer</source>
   <translation>Copy the answer</translation>
  </message>
  <message>
   <source>Filter questions and prompts</source>
   <translation>Filter questions and prompts</translation>
  </message>
  <message>
   <source>Leads to</source>
   <translation>Leads to</translation>
  </message>
  <message>
   <source>Newer word on it</source>
   <translation>Newer word on it</translation>
  </message>
  <message>
   <source>Open the procedure</source>
   <translation>Open the procedure</translation>
  </message>
  <message>
   <source>Questions</source>
   <translation>Questions</translation>
  </message>
  <message>
   <source>What the system says</source>
   <translation>What the system says</translation>
  </message>
  <message>
   <source>What to do</source>
   <translation>What to do</translation>
  </message>
 </context>
 <context>
  <name>QueueFilter</name>
  <message>
   <source>All owners</source>
   <translation>All owners</translation>
  </message>
  <message>
   <source>All procedures</source>
   <translation>All procedures</translation>
  </message>
  <message>
   <source>All provinces</source>
   <translation>All provinces</translation>
  </message>
  <message>
   <source>All states</source>
   <translation>All states</translation>
  </message>
  <message>
   <source>By province, procedure, state and owner</source>
   <translation>By province, procedure, state and owner</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Clear</translation>
  </message>
  <message>
   <source>Filter</source>
   <translation>Filter</translation>
  </message>
  <message>
   <source>Nobody's</source>
   <translation>Nobody's</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>Owner</translation>
  </message>
  <message>
   <source>Procedure</source>
   <translation>Procedure</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>Province</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>Ticket, customer, number, matter, owner</source>
   <translation>Ticket, customer, number, matter, owner</translation>
  </message>
 </context>
 <context>
  <name>Rail</name>
  <message>
   <source>Cases</source>
   <translation>Cases</translation>
  </message>
  <message>
   <source>Checks</source>
   <translation>Checks</translation>
  </message>
  <message>
   <source>Forms</source>
   <translation>Forms</translation>
  </message>
  <message>
   <source>Guide</source>
   <translation>Guide</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Settings</translation>
  </message>
  <message>
   <source>Sites</source>
   <translation>Sites</translation>
  </message>
  <message>
   <source>Subjects</source>
   <translation>Subjects</translation>
  </message>
 </context>
 <context>
  <name>RecordActions</name>
  <message>
   <source>Delete</source>
   <translation>Delete</translation>
  </message>
  <message>
   <source>Deregister offline…</source>
   <translation>Deregister offline…</translation>
  </message>
  <message>
   <source>Do more with it…</source>
   <translation>Do more with it…</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Edit</translation>
  </message>
  <message>
   <source>Filter</source>
   <translation>Filter</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Redo</translation>
  </message>
 </context>
 <context>
  <name>RecordColumns</name>
  <message>
   <source>Access</source>
   <translation>Access</translation>
  </message>
  <message>
   <source>Access provider</source>
   <translation>Access provider</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Address</translation>
  </message>
  <message>
   <source>Approved on</source>
   <translation>Approved on</translation>
  </message>
  <message>
   <source>Certificate number</source>
   <translation>Certificate number</translation>
  </message>
  <message>
   <source>Certificate type</source>
   <translation>Certificate type</translation>
  </message>
  <message>
   <source>Changed at</source>
   <translation>Changed at</translation>
  </message>
  <message>
   <source>Domain</source>
   <translation>Domain</translation>
  </message>
  <message>
   <source>Filed on</source>
   <translation>Filed on</translation>
  </message>
  <message>
   <source>Filing number</source>
   <translation>Filing number</translation>
  </message>
  <message>
   <source>Home page</source>
   <translation>Home page</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>Lead</source>
   <translation>Lead</translation>
  </message>
  <message>
   <source>Lead's e-mail</source>
   <translation>Lead's e-mail</translation>
  </message>
  <message>
   <source>Lead's phone</source>
   <translation>Lead's phone</translation>
  </message>
  <message>
   <source>Nature</source>
   <translation>Nature</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>Province</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>Site</translation>
  </message>
  <message>
   <source>Sites</source>
   <translation>Sites</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>Subject</source>
   <translation>Subject</translation>
  </message>
 </context>
 <context>
  <name>RecordDetail</name>
  <message>
   <source>Choose a record to see it here</source>
   <translation>Choose a record to see it here</translation>
  </message>
  <message>
   <source>History</source>
   <translation>History</translation>
  </message>
 </context>
 <context>
  <name>RecordDialog</name>
  <message>
   <source>Discard</source>
   <translation>Discard</translation>
  </message>
  <message>
   <source>Discard what you typed?</source>
   <translation>Discard what you typed?</translation>
  </message>
  <message>
   <source>Please correct: {fields}</source>
   <translation>Please correct: {fields}</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Save</translation>
  </message>
  <message>
   <source>Save (Ctrl+S)</source>
   <translation>Save (Ctrl+S)</translation>
  </message>
  <message>
   <source>Your changes are not saved yet.</source>
   <translation>Your changes are not saved yet.</translation>
  </message>
 </context>
 <context>
  <name>RecordField</name>
  <message>
   <source>Show and change (F2)</source>
   <translation>Show and change (F2)</translation>
  </message>
 </context>
 <context>
  <name>RecordForm</name>
  <message>
   <source>Kept as {value}</source>
   <translation>Kept as {value}</translation>
  </message>
 </context>
 <context>
  <name>RecordHead</name>
  <message>
   <source>Choose columns</source>
   <translation>Choose columns</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Export…</translation>
  </message>
  <message>
   <source>Import…</source>
   <translation>Import…</translation>
  </message>
  <message>
   <source>{words} (Ctrl+N)</source>
   <translation>{words} (Ctrl+N)</translation>
  </message>
 </context>
 <context>
  <name>RecordPicker</name>
  <message>
   <source>Close</source>
   <translation>Close</translation>
  </message>
  <message>
   <source>Fill in from a record</source>
   <translation>Fill in from a record</translation>
  </message>
  <message>
   <source>Records found</source>
   <translation>Records found</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>Site</translation>
  </message>
  <message>
   <source>Subject</source>
   <translation>Subject</translation>
  </message>
  <message>
   <source>Subject or site</source>
   <translation>Subject or site</translation>
  </message>
  <message>
   <source>Type any part of a name, number or domain</source>
   <translation>Type any part of a name, number or domain</translation>
  </message>
  <message>
   <source>What was typed by hand stays; the other blanks are filled in.</source>
   <translation>What was typed by hand stays; the other blanks are filled in.</translation>
  </message>
 </context>
 <context>
  <name>RecordPlaces</name>
  <message>
   <source>Clear filters</source>
   <translation>Clear filters</translation>
  </message>
  <message>
   <source>Create the first one</source>
   <translation>Create the first one</translation>
  </message>
  <message>
   <source>Import a table…</source>
   <translation>Import a table…</translation>
  </message>
  <message>
   <source>Look around with fictional records</source>
   <translation>Look around with fictional records</translation>
  </message>
  <message>
   <source>Nothing matches these filters</source>
   <translation>Nothing matches these filters</translation>
  </message>
 </context>
 <context>
  <name>RecordTable</name>
  <message>
   <source>Copy cell</source>
   <translation>Copy cell</translation>
  </message>
  <message>
   <source>Copy rows</source>
   <translation>Copy rows</translation>
  </message>
  <message>
   <source>Restore columns</source>
   <translation>Restore columns</translation>
  </message>
 </context>
 <context>
  <name>RecordWays</name>
  <message>
   <source>Begin a case…</source>
   <translation>Begin a case…</translation>
  </message>
  <message>
   <source>Plan a change…</source>
   <translation>Plan a change…</translation>
  </message>
  <message>
   <source>Write a letter</source>
   <translation>Write a letter</translation>
  </message>
 </context>
 <context>
  <name>RecordWords</name>
  <message>
   <source>Access cancelled</source>
   <translation>Access cancelled</translation>
  </message>
  <message>
   <source>Accessed</source>
   <translation>Accessed</translation>
  </message>
  <message>
   <source>Active</source>
   <translation>Active</translation>
  </message>
  <message>
   <source>App</source>
   <translation>App</translation>
  </message>
  <message>
   <source>Business licence (credit code)</source>
   <translation>Business licence (credit code)</translation>
  </message>
  <message>
   <source>Business licence (registration number)</source>
   <translation>Business licence (registration number)</translation>
  </message>
  <message>
   <source>Deregistered</source>
   <translation>Deregistered</translation>
  </message>
  <message>
   <source>Foreign representative office certificate</source>
   <translation>Foreign representative office certificate</translation>
  </message>
  <message>
   <source>Foundation certificate</source>
   <translation>Foundation certificate</translation>
  </message>
  <message>
   <source>Hollow</source>
   <translation>Hollow</translation>
  </message>
  <message>
   <source>Hong Kong and Macao permit</source>
   <translation>Hong Kong and Macao permit</translation>
  </message>
  <message>
   <source>Identity card</source>
   <translation>Identity card</translation>
  </message>
  <message>
   <source>Individual</source>
   <translation>Individual</translation>
  </message>
  <message>
   <source>Law firm licence</source>
   <translation>Law firm licence</translation>
  </message>
  <message>
   <source>Military code</source>
   <translation>Military code</translation>
  </message>
  <message>
   <source>Mini program</source>
   <translation>Mini program</translation>
  </message>
  <message>
   <source>Organization code certificate</source>
   <translation>Organization code certificate</translation>
  </message>
  <message>
   <source>Other certificate of a unit</source>
   <translation>Other certificate of a unit</translation>
  </message>
  <message>
   <source>Passport</source>
   <translation>Passport</translation>
  </message>
  <message>
   <source>Permanent residence card</source>
   <translation>Permanent residence card</translation>
  </message>
  <message>
   <source>Private non-enterprise certificate</source>
   <translation>Private non-enterprise certificate</translation>
  </message>
  <message>
   <source>Public institution certificate</source>
   <translation>Public institution certificate</translation>
  </message>
  <message>
   <source>Quick app</source>
   <translation>Quick app</translation>
  </message>
  <message>
   <source>Residence permit (HK, Macao, Taiwan)</source>
   <translation>Residence permit (HK, Macao, Taiwan)</translation>
  </message>
  <message>
   <source>Social organization certificate</source>
   <translation>Social organization certificate</translation>
  </message>
  <message>
   <source>Taiwan permit</source>
   <translation>Taiwan permit</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>Unit</translation>
  </message>
  <message>
   <source>Unknown</source>
   <translation>Unknown</translation>
  </message>
  <message>
   <source>Website</source>
   <translation>Website</translation>
  </message>
 </context>
 <context>
  <name>RecordsPage</name>
  <message>
   <source>Copied</source>
   <translation>Copied</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Delete</translation>
  </message>
  <message>
   <source>Delete {count} records?</source>
   <translation>Delete {count} records?</translation>
  </message>
  <message>
   <source>Saved</source>
   <translation>Saved</translation>
  </message>
  <message>
   <source>That is too much for the clipboard. Use Export.</source>
   <translation>That is too much for the clipboard. Use Export.</translation>
  </message>
  <message>
   <source>You can take this back with Ctrl+Z as long as the window is open.</source>
   <translation>You can take this back with Ctrl+Z as long as the window is open.</translation>
  </message>
 </context>
 <context>
  <name>RecoveryCodeForm</name>
  <message>
   <source>Beian Desk recovery code</source>
   <translation>Beian Desk recovery code</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Copy</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Go on</translation>
  </message>
  <message>
   <source>I have kept it in a safe place</source>
   <translation>I have kept it in a safe place</translation>
  </message>
  <message>
   <source>It opens the records when the passphrase is forgotten or this system account is gone. It is shown only now: print it or write it down, and keep it away from this computer.</source>
   <translation>It opens the records when the passphrase is forgotten or this system account is gone. It is shown only now: print it or write it down, and keep it away from this computer.</translation>
  </message>
  <message>
   <source>Keep this recovery code</source>
   <translation>Keep this recovery code</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>Print…</translation>
  </message>
 </context>
 <context>
  <name>RecoveryForm</name>
  <message>
   <source>Back</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>My system account opens from now on</source>
   <translation>My system account opens from now on</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Open</translation>
  </message>
  <message>
   <source>Open with the recovery code</source>
   <translation>Open with the recovery code</translation>
  </message>
  <message>
   <source>Recovery code</source>
   <translation>Recovery code</translation>
  </message>
  <message>
   <source>Type the code as it was printed: seven groups of five. Then choose what opens from now on.</source>
   <translation>Type the code as it was printed: seven groups of five. Then choose what opens from now on.</translation>
  </message>
 </context>
 <context>
  <name>ReminderStrip</name>
  <message numerus="yes">
   <source>%n due today</source>
   <translation>
    <numerusform>%n due today</numerusform>
    <numerusform>%n due today</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n overdue</source>
   <translation>
    <numerusform>%n overdue</numerusform>
    <numerusform>%n overdue</numerusform>
   </translation>
  </message>
  <message>
   <source>Beian Desk</source>
   <translation>Beian Desk</translation>
  </message>
  <message>
   <source>To look at:</source>
   <translation>To look at:</translation>
  </message>
  <message>
   <source>{line} until {when}</source>
   <translation>{line} until {when}</translation>
  </message>
 </context>
 <context>
  <name>ReplyDialog</name>
  <message numerus="yes">
   <source>%n gap(s) to fill</source>
   <translation>
    <numerusform>one gap to fill</numerusform>
    <numerusform>%n gaps to fill</numerusform>
   </translation>
  </message>
  <message>
   <source>Change the words…</source>
   <translation>Change the words…</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Close</translation>
  </message>
  <message>
   <source>Copy as HTML</source>
   <translation>Copy as HTML</translation>
  </message>
  <message>
   <source>Copy as text</source>
   <translation>Copy as text</translation>
  </message>
  <message>
   <source>Fill it afresh</source>
   <translation>Fill it afresh</translation>
  </message>
  <message>
   <source>Filter replies</source>
   <translation>Filter replies</translation>
  </message>
  <message>
   <source>New reply…</source>
   <translation>New reply…</translation>
  </message>
  <message>
   <source>Replies of this procedure</source>
   <translation>Replies of this procedure</translation>
  </message>
  <message>
   <source>Reply to the customer</source>
   <translation>Reply to the customer</translation>
  </message>
  <message>
   <source>Still to fill: {gaps}</source>
   <translation>Still to fill: {gaps}</translation>
  </message>
  <message>
   <source>Text of the reply</source>
   <translation>Text of the reply</translation>
  </message>
  <message>
   <source>The reply was copied</source>
   <translation>The reply was copied</translation>
  </message>
  <message>
   <source>fits</source>
   <translation>fits</translation>
  </message>
  <message>
   <source>ready</source>
   <translation>ready</translation>
  </message>
  <message>
   <source>{source} ({date})</source>
   <translation>{source} ({date})</translation>
  </message>
  <message>
   <source>{state} · words of this desk</source>
   <translation>{state} · words of this desk</translation>
  </message>
 </context>
 <context>
  <name>ReplyEditor</name>
  <message>
   <source>Back to the shipped text</source>
   <translation>Back to the shipped text</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Close</translation>
  </message>
  <message>
   <source>Delete this reply</source>
   <translation>Delete this reply</translation>
  </message>
  <message>
   <source>Filter variables</source>
   <translation>Filter variables</translation>
  </message>
  <message>
   <source>Filter variables; Enter on one puts it into the text</source>
   <translation>Filter variables; Enter on one puts it into the text</translation>
  </message>
  <message>
   <source>How it reads with examples</source>
   <translation>How it reads with examples</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>Keep</translation>
  </message>
  <message>
   <source>New reply</source>
   <translation>New reply</translation>
  </message>
  <message>
   <source>Procedure</source>
   <translation>Procedure</translation>
  </message>
  <message>
   <source>Text of the reply, with variables</source>
   <translation>Text of the reply, with variables</translation>
  </message>
  <message>
   <source>The reply was kept</source>
   <translation>The reply was kept</translation>
  </message>
  <message>
   <source>The words of this desk go, and the shipped text is used again.</source>
   <translation>The words of this desk go, and the shipped text is used again.</translation>
  </message>
  <message>
   <source>This reply is deleted. It cannot be brought back.</source>
   <translation>This reply is deleted. It cannot be brought back.</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Title</translation>
  </message>
  <message>
   <source>Variables</source>
   <translation>Variables</translation>
  </message>
  <message>
   <source>What this case makes of it</source>
   <translation>What this case makes of it</translation>
  </message>
  <message>
   <source>What you typed last time is here again; it was not kept as a reply yet.</source>
   <translation>What you typed last time is here again; it was not kept as a reply yet.</translation>
  </message>
  <message>
   <source>When</source>
   <translation>When</translation>
  </message>
  <message>
   <source>Words of a reply</source>
   <translation>Words of a reply</translation>
  </message>
  <message>
   <source>for example: {value}</source>
   <translation>for example: {value}</translation>
  </message>
  <message>
   <source>here: {value}</source>
   <translation>here: {value}</translation>
  </message>
  <message>
   <source>not known in this case</source>
   <translation>not known in this case</translation>
  </message>
 </context>
 <context>
  <name>ReplyShelf</name>
  <message>
   <source>Change the words…</source>
   <translation>Change the words…</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Close</translation>
  </message>
  <message>
   <source>Filter replies</source>
   <translation>Filter replies</translation>
  </message>
  <message>
   <source>New reply…</source>
   <translation>New reply…</translation>
  </message>
  <message>
   <source>Procedure</source>
   <translation>Procedure</translation>
  </message>
  <message>
   <source>Replies of this procedure</source>
   <translation>Replies of this procedure</translation>
  </message>
  <message>
   <source>Text of the reply</source>
   <translation>Text of the reply</translation>
  </message>
  <message>
   <source>Words of replies</source>
   <translation>Words of replies</translation>
  </message>
  <message>
   <source>as shipped</source>
   <translation>as shipped</translation>
  </message>
  <message>
   <source>words of this desk</source>
   <translation>words of this desk</translation>
  </message>
  <message>
   <source>{source} ({date})</source>
   <translation>{source} ({date})</translation>
  </message>
 </context>
 <context>
  <name>ResultPage</name>
  <message>
   <source>Imported {subjects} subjects and {sites} sites</source>
   <translation>Imported {subjects} subjects and {sites} sites</translation>
  </message>
  <message>
   <source>Save the rejected rows…</source>
   <translation>Save the rejected rows…</translation>
  </message>
  <message>
   <source>Saved as {name}</source>
   <translation>Saved as {name}</translation>
  </message>
  <message>
   <source>Take the import back…</source>
   <translation>Take the import back…</translation>
  </message>
  <message>
   <source>The import was taken back</source>
   <translation>The import was taken back</translation>
  </message>
  <message>
   <source>{count} records that were already there were completed.</source>
   <translation>{count} records that were already there were completed.</translation>
  </message>
  <message>
   <source>{count} rows changed nothing and were skipped.</source>
   <translation>{count} rows changed nothing and were skipped.</translation>
  </message>
  <message>
   <source>{count} rows have problems and stayed outside. Save them, mend them, import them again.</source>
   <translation>{count} rows have problems and stayed outside. Save them, mend them, import them again.</translation>
  </message>
 </context>
 <context>
  <name>RowsModel</name>
  <message>
   <source>Line</source>
   <translation>Line</translation>
  </message>
 </context>
 <context>
  <name>RuleDialog</name>
  <message>
   <source>A notice and its address, or who was rung when</source>
   <translation>A notice and its address, or who was rung when</translation>
  </message>
  <message>
   <source>A provider's documentation</source>
   <translation>A provider's documentation</translation>
  </message>
  <message>
   <source>Add a rule</source>
   <translation>Add a rule</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>Confidence</source>
   <translation>Confidence</translation>
  </message>
  <message>
   <source>Correct a rule</source>
   <translation>Correct a rule</translation>
  </message>
  <message>
   <source>Date of the source</source>
   <translation>Date of the source</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Discard</translation>
  </message>
  <message>
   <source>Discard what you typed?</source>
   <translation>Discard what you typed?</translation>
  </message>
  <message>
   <source>In words (Chinese, as papers and guidance say it)</source>
   <translation>In words (Chinese, as papers and guidance say it)</translation>
  </message>
  <message>
   <source>Note (may be empty)</source>
   <translation>Note (may be empty)</translation>
  </message>
  <message>
   <source>Origin unclear</source>
   <translation>Origin unclear</translation>
  </message>
  <message>
   <source>Papers, advice, checks and deadlines follow this rule from now on. What was printed stays.</source>
   <translation>Papers, advice, checks and deadlines follow this rule from now on. What was printed stays.</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>Province</translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>Rule</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Save</translation>
  </message>
  <message>
   <source>Save (Ctrl+S)</source>
   <translation>Save (Ctrl+S)</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>Source</translation>
  </message>
  <message>
   <source>The administration's own words</source>
   <translation>The administration's own words</translation>
  </message>
  <message>
   <source>The program says nothing here yet.</source>
   <translation>The program says nothing here yet.</translation>
  </message>
  <message>
   <source>The rule is not saved yet.</source>
   <translation>The rule is not saved yet.</translation>
  </message>
  <message>
   <source>Third party</source>
   <translation>Third party</translation>
  </message>
  <message>
   <source>This rule no longer holds</source>
   <translation>This rule no longer holds</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Value</translation>
  </message>
  <message>
   <source>What the program ships</source>
   <translation>What the program ships</translation>
  </message>
 </context>
 <context>
  <name>RulePackDialog</name>
  <message numerus="yes">
   <source>%n rule(s)</source>
   <translation>
    <numerusform>%n rule</numerusform>
    <numerusform>%n rules</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n would hold in place of what holds now</source>
   <translation>
    <numerusform>%n would hold in place of what holds now</numerusform>
    <numerusform>%n would hold in place of what holds now</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Accept %n rule(s)</source>
   <translation>
    <numerusform>Accept %n rule</numerusform>
    <numerusform>Accept %n rules</numerusform>
   </translation>
  </message>
  <message>
   <source>Added</source>
   <translation>Added</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>Changed</source>
   <translation>Changed</translation>
  </message>
  <message>
   <source>Choose all</source>
   <translation>Choose all</translation>
  </message>
  <message>
   <source>Choose none</source>
   <translation>Choose none</translation>
  </message>
  <message>
   <source>Conflict with yours</source>
   <translation>Conflict with yours</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Date</translation>
  </message>
  <message>
   <source>Differences</source>
   <translation>Differences</translation>
  </message>
  <message>
   <source>Effect</source>
   <translation>Effect</translation>
  </message>
  <message>
   <source>Here already</source>
   <translation>Here already</translation>
  </message>
  <message>
   <source>Holds here now</source>
   <translation>Holds here now</translation>
  </message>
  <message>
   <source>Import a pack of rules</source>
   <translation>Import a pack of rules</translation>
  </message>
  <message>
   <source>In the pack</source>
   <translation>In the pack</translation>
  </message>
  <message>
   <source>In words</source>
   <translation>In words</translation>
  </message>
  <message>
   <source>Nothing is known here yet.</source>
   <translation>Nothing is known here yet.</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>Province</translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>Rule</translation>
  </message>
  <message>
   <source>Says the same</source>
   <translation>Says the same</translation>
  </message>
  <message>
   <source>The content agrees with its hash. Read it out to the maker: it shows alteration, not who wrote it.</source>
   <translation>The content agrees with its hash. Read it out to the maker: it shows alteration, not who wrote it.</translation>
  </message>
  <message>
   <source>Withdrawn</source>
   <translation>Withdrawn</translation>
  </message>
  <message>
   <source>“{title}”, made by {who} on {day}</source>
   <translation>“{title}”, made by {who} on {day}</translation>
  </message>
 </context>
 <context>
  <name>RuleWork</name>
  <message numerus="yes">
   <source>%n rule(s) accepted</source>
   <translation>
    <numerusform>%n rule accepted</numerusform>
    <numerusform>%n rules accepted</numerusform>
   </translation>
  </message>
  <message>
   <source>A half-made rule was kept</source>
   <translation>A half-made rule was kept</translation>
  </message>
  <message>
   <source>Export rules</source>
   <translation>Export rules</translation>
  </message>
  <message>
   <source>Exported: {path}, SHA-256 {hash}</source>
   <translation>Exported: {path}, SHA-256 {hash}</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Go on</translation>
  </message>
  <message>
   <source>Import a pack of rules</source>
   <translation>Import a pack of rules</translation>
  </message>
  <message>
   <source>Name of the pack</source>
   <translation>Name of the pack</translation>
  </message>
  <message>
   <source>Packs of rules ({pattern})</source>
   <translation>Packs of rules ({pattern})</translation>
  </message>
  <message>
   <source>Saved: the rule holds from now on</source>
   <translation>Saved: the rule holds from now on</translation>
  </message>
  <message>
   <source>The pack is refused</source>
   <translation>The pack is refused</translation>
  </message>
  <message>
   <source>The rule holds again</source>
   <translation>The rule holds again</translation>
  </message>
  <message>
   <source>Withdrawn: what the program ships holds again</source>
   <translation>Withdrawn: what the program ships holds again</translation>
  </message>
 </context>
 <context>
  <name>RulesTab</name>
  <message numerus="yes">
   <source>%n line(s)</source>
   <translation>
    <numerusform>%n line</numerusform>
    <numerusform>%n lines</numerusform>
   </translation>
  </message>
  <message>
   <source>Add a rule…</source>
   <translation>Add a rule…</translation>
  </message>
  <message>
   <source>Alike</source>
   <translation>Alike</translation>
  </message>
  <message>
   <source>Ask all</source>
   <translation>Ask all</translation>
  </message>
  <message>
   <source>Beside</source>
   <translation>Beside</translation>
  </message>
  <message>
   <source>Confidence</source>
   <translation>Confidence</translation>
  </message>
  <message>
   <source>Copied: the line for the customer</source>
   <translation>Copied: the line for the customer</translation>
  </message>
  <message>
   <source>Copy for the customer</source>
   <translation>Copy for the customer</translation>
  </message>
  <message>
   <source>Copy the line for the customer (Ctrl+C)</source>
   <translation>Copy the line for the customer (Ctrl+C)</translation>
  </message>
  <message>
   <source>Correct this rule (Enter)</source>
   <translation>Correct this rule (Enter)</translation>
  </message>
  <message>
   <source>Correct this rule…</source>
   <translation>Correct this rule…</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Date</translation>
  </message>
  <message>
   <source>Different</source>
   <translation>Different</translation>
  </message>
  <message>
   <source>Doubtful</source>
   <translation>Doubtful</translation>
  </message>
  <message>
   <source>Everything said of it, the oldest first</source>
   <translation>Everything said of it, the oldest first</translation>
  </message>
  <message>
   <source>Holds</source>
   <translation>Holds</translation>
  </message>
  <message>
   <source>In words</source>
   <translation>In words</translation>
  </message>
  <message>
   <source>No longer holds</source>
   <translation>No longer holds</translation>
  </message>
  <message>
   <source>Not stated</source>
   <translation>Not stated</translation>
  </message>
  <message>
   <source>Nothing is stated for: {provinces}</source>
   <translation>Nothing is stated for: {provinces}</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>Province</translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>Rule</translation>
  </message>
  <message>
   <source>Rules by province</source>
   <translation>Rules by province</translation>
  </message>
  <message>
   <source>Same</source>
   <translation>Same</translation>
  </message>
  <message>
   <source>Search rules, notes and sources</source>
   <translation>Search rules, notes and sources</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>Source</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>Superseded</source>
   <translation>Superseded</translation>
  </message>
  <message>
   <source>Withdraw your rule</source>
   <translation>Withdraw your rule</translation>
  </message>
  <message>
   <source>Yours · {state}</source>
   <translation>Yours · {state}</translation>
  </message>
  <message>
   <source>nobody</source>
   <translation>nobody</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>nothing</translation>
  </message>
  <message>
   <source>“Ask all” speaks of every province: set it to “nothing” to compare two</source>
   <translation>“Ask all” speaks of every province: set it to “nothing” to compare two</translation>
  </message>
 </context>
 <context>
  <name>RunActions</name>
  <message>
   <source>Every failed domain has its case already.</source>
   <translation>Every failed domain has its case already.</translation>
  </message>
  <message>
   <source>Export the results</source>
   <translation>Export the results</translation>
  </message>
  <message numerus="yes">
   <source>One case for each domain that failed, %n in all. A domain that has a case keeps it.</source>
   <translation>
    <numerusform>One case for the domain that failed. A domain that has a case keeps it.</numerusform>
    <numerusform>One case for each domain that failed, %n in all. A domain that has a case keeps it.</numerusform>
   </translation>
  </message>
  <message>
   <source>Open cases</source>
   <translation>Open cases</translation>
  </message>
  <message>
   <source>Open cases?</source>
   <translation>Open cases?</translation>
  </message>
  <message numerus="yes">
   <source>Opened %n case(s)</source>
   <translation>
    <numerusform>Opened one case</numerusform>
    <numerusform>Opened %n cases</numerusform>
   </translation>
  </message>
  <message>
   <source>Opening cases…</source>
   <translation>Opening cases…</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Show</translation>
  </message>
  <message>
   <source>Tables (*.xlsx *.csv)</source>
   <translation>Tables (*.xlsx *.csv)</translation>
  </message>
  <message>
   <source>Writing the table…</source>
   <translation>Writing the table…</translation>
  </message>
  <message>
   <source>Wrote {count} lines to {name}</source>
   <translation>Wrote {count} lines to {name}</translation>
  </message>
 </context>
 <context>
  <name>RunFilter</name>
  <message>
   <source>Every reason</source>
   <translation>Every reason</translation>
  </message>
  <message>
   <source>Filter</source>
   <translation>Filter</translation>
  </message>
  <message>
   <source>Filter by any part of a name or address</source>
   <translation>Filter by any part of a name or address</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Reason</translation>
  </message>
 </context>
 <context>
  <name>RunResults</name>
  <message>
   <source>All domains</source>
   <translation>All domains</translation>
  </message>
  <message>
   <source>Begin another check (Ctrl+N)</source>
   <translation>Begin another check (Ctrl+N)</translation>
  </message>
  <message>
   <source>Carry on</source>
   <translation>Carry on</translation>
  </message>
  <message>
   <source>Check again</source>
   <translation>Check again</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>Copied</translation>
  </message>
  <message>
   <source>Earlier checks</source>
   <translation>Earlier checks</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Export…</translation>
  </message>
  <message>
   <source>New check</source>
   <translation>New check</translation>
  </message>
  <message>
   <source>Nothing here</source>
   <translation>Nothing here</translation>
  </message>
  <message>
   <source>Only those that did not pass</source>
   <translation>Only those that did not pass</translation>
  </message>
  <message>
   <source>Open cases for the failed</source>
   <translation>Open cases for the failed</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Stop</translation>
  </message>
  <message>
   <source>Stopping…</source>
   <translation>Stopping…</translation>
  </message>
  <message>
   <source>Too many lines to copy: export them instead.</source>
   <translation>Too many lines to copy: export them instead.</translation>
  </message>
 </context>
 <context>
  <name>RunTab</name>
  <message numerus="yes">
   <source>%n domain(s)</source>
   <translation>
    <numerusform>%n domain</numerusform>
    <numerusform>%n domains</numerusform>
   </translation>
  </message>
  <message>
   <source>A check is running. Stop it first, or wait for it.</source>
   <translation>A check is running. Stop it first, or wait for it.</translation>
  </message>
  <message>
   <source>Every domain passed: nothing is open.</source>
   <translation>Every domain passed: nothing is open.</translation>
  </message>
  <message>
   <source>Interrupted: {seen} of {total} were looked at.</source>
   <translation>Interrupted: {seen} of {total} were looked at.</translation>
  </message>
  <message>
   <source>Open cases for the selected</source>
   <translation>Open cases for the selected</translation>
  </message>
  <message>
   <source>Starting…</source>
   <translation>Starting…</translation>
  </message>
  <message>
   <source>Stopped. What was seen is kept.</source>
   <translation>Stopped. What was seen is kept.</translation>
  </message>
  <message>
   <source>again</source>
   <translation>again</translation>
  </message>
  <message>
   <source>interrupted</source>
   <translation>interrupted</translation>
  </message>
  <message>
   <source>not looked at</source>
   <translation>not looked at</translation>
  </message>
  <message>
   <source>running</source>
   <translation>running</translation>
  </message>
  <message>
   <source>{step} of {total} looked at</source>
   <translation>{step} of {total} looked at</translation>
  </message>
 </context>
 <context>
  <name>ScanOffer</name>
  <message numerus="yes">
   <source>%n new scan(s): {names}</source>
   <translation>
    <numerusform>%n new scan: {names}</numerusform>
    <numerusform>%n new scans: {names}</numerusform>
   </translation>
  </message>
  <message>
   <source>Enclose</source>
   <translation>Enclose</translation>
  </message>
  <message>
   <source>Leave out</source>
   <translation>Leave out</translation>
  </message>
  <message>
   <source>Paper that was scanned</source>
   <translation>Paper that was scanned</translation>
  </message>
 </context>
 <context>
  <name>SearchBox</name>
  <message>
   <source>Accounts</source>
   <translation>Accounts</translation>
  </message>
  <message>
   <source>Cases</source>
   <translation>Cases</translation>
  </message>
  <message>
   <source>Contacts</source>
   <translation>Contacts</translation>
  </message>
  <message>
   <source>Nothing found. Try a shorter part of the name or number.</source>
   <translation>Nothing found. Try a shorter part of the name or number.</translation>
  </message>
  <message>
   <source>Search everything</source>
   <translation>Search everything</translation>
  </message>
  <message>
   <source>Search names, filing numbers, domains, tickets  (Ctrl+K)</source>
   <translation>Search names, filing numbers, domains, tickets  (Ctrl+K)</translation>
  </message>
  <message>
   <source>Sites</source>
   <translation>Sites</translation>
  </message>
  <message>
   <source>Subjects</source>
   <translation>Subjects</translation>
  </message>
 </context>
 <context>
  <name>SendDialog</name>
  <message>
   <source>Carrier</source>
   <translation>Carrier</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Day</translation>
  </message>
  <message>
   <source>Mark as sent</source>
   <translation>Mark as sent</translation>
  </message>
  <message>
   <source>The deadline is counted from this day.</source>
   <translation>The deadline is counted from this day.</translation>
  </message>
  <message>
   <source>Tracking number</source>
   <translation>Tracking number</translation>
  </message>
 </context>
 <context>
  <name>SettingsPage</name>
  <message>
   <source>About</source>
   <translation>About</translation>
  </message>
  <message numerus="yes">
   <source>After %n minute(s)</source>
   <translation>
    <numerusform>After %n minute</numerusform>
    <numerusform>After %n minutes</numerusform>
   </translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>As the system</translation>
  </message>
  <message>
   <source>Cases and enclosures</source>
   <translation>Cases and enclosures</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>Colours</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Dark</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Language</translation>
  </message>
  <message>
   <source>Licences</source>
   <translation>Licences</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Light</translation>
  </message>
  <message>
   <source>Lock when idle</source>
   <translation>Lock when idle</translation>
  </message>
  <message>
   <source>Name in the history</source>
   <translation>Name in the history</translation>
  </message>
  <message>
   <source>Never</source>
   <translation>Never</translation>
  </message>
  <message>
   <source>Privacy</source>
   <translation>Privacy</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Settings</translation>
  </message>
  <message>
   <source>Store and backups</source>
   <translation>Store and backups</translation>
  </message>
  <message>
   <source>System user name</source>
   <translation>System user name</translation>
  </message>
  <message>
   <source>Window</source>
   <translation>Window</translation>
  </message>
 </context>
 <context>
  <name>ShortcutsDialog</name>
  <message>
   <source>Actual size, page width</source>
   <translation>Actual size, page width</translation>
  </message>
  <message>
   <source>Add an enclosure, paste one</source>
   <translation>Add an enclosure, paste one</translation>
  </message>
  <message>
   <source>Another record</source>
   <translation>Another record</translation>
  </message>
  <message>
   <source>Another view of the queue</source>
   <translation>Another view of the queue</translation>
  </message>
  <message>
   <source>Check the chosen sites</source>
   <translation>Check the chosen sites</translation>
  </message>
  <message>
   <source>Close the case</source>
   <translation>Close the case</translation>
  </message>
  <message>
   <source>Copy the cell or the selected rows</source>
   <translation>Copy the cell or the selected rows</translation>
  </message>
  <message>
   <source>Deregister offline</source>
   <translation>Deregister offline</translation>
  </message>
  <message>
   <source>Edit the case</source>
   <translation>Edit the case</translation>
  </message>
  <message>
   <source>Edit, delete</source>
   <translation>Edit, delete</translation>
  </message>
  <message>
   <source>Everywhere</source>
   <translation>Everywhere</translation>
  </message>
  <message>
   <source>Filter</source>
   <translation>Filter</translation>
  </message>
  <message>
   <source>Find in the queue</source>
   <translation>Find in the queue</translation>
  </message>
  <message>
   <source>In cases</source>
   <translation>In cases</translation>
  </message>
  <message>
   <source>In page previews</source>
   <translation>In page previews</translation>
  </message>
  <message>
   <source>In tables</source>
   <translation>In tables</translation>
  </message>
  <message>
   <source>Keyboard</source>
   <translation>Keyboard</translation>
  </message>
  <message>
   <source>Larger, smaller</source>
   <translation>Larger, smaller</translation>
  </message>
  <message>
   <source>Lock</source>
   <translation>Lock</translation>
  </message>
  <message>
   <source>Mark the papers as sent, move the deadline</source>
   <translation>Mark the papers as sent, move the deadline</translation>
  </message>
  <message>
   <source>Move the case on, or close it</source>
   <translation>Move the case on, or close it</translation>
  </message>
  <message>
   <source>Move the site to another subject</source>
   <translation>Move the site to another subject</translation>
  </message>
  <message>
   <source>New case</source>
   <translation>New case</translation>
  </message>
  <message>
   <source>New record</source>
   <translation>New record</translation>
  </message>
  <message>
   <source>Next case, previous case</source>
   <translation>Next case, previous case</translation>
  </message>
  <message>
   <source>Open the record</source>
   <translation>Open the record</translation>
  </message>
  <message>
   <source>Reply to the customer</source>
   <translation>Reply to the customer</translation>
  </message>
  <message>
   <source>Search everything</source>
   <translation>Search everything</translation>
  </message>
  <message>
   <source>Take back what the last notice says</source>
   <translation>Take back what the last notice says</translation>
  </message>
  <message>
   <source>This overview</source>
   <translation>This overview</translation>
  </message>
  <message>
   <source>To the check list, back to the table</source>
   <translation>To the check list, back to the table</translation>
  </message>
  <message>
   <source>Transfer, letters and what else can be begun</source>
   <translation>Transfer, letters and what else can be begun</translation>
  </message>
  <message>
   <source>Verify the domains of the chosen sites</source>
   <translation>Verify the domains of the chosen sites</translation>
  </message>
  <message>
   <source>With subjects and sites</source>
   <translation>With subjects and sites</translation>
  </message>
 </context>
 <context>
  <name>SiteFields</name>
  <message>
   <source>Access</source>
   <translation>Access</translation>
  </message>
  <message>
   <source>Access provider</source>
   <translation>Access provider</translation>
  </message>
  <message>
   <source>Approved on</source>
   <translation>Approved on</translation>
  </message>
  <message>
   <source>Domains</source>
   <translation>Domains</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-mail</translation>
  </message>
  <message>
   <source>Filing</source>
   <translation>Filing</translation>
  </message>
  <message>
   <source>Filing number</source>
   <translation>Filing number</translation>
  </message>
  <message>
   <source>Home page</source>
   <translation>Home page</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>Lead</source>
   <translation>Lead</translation>
  </message>
  <message>
   <source>Lead of the site</source>
   <translation>Lead of the site</translation>
  </message>
  <message>
   <source>Lead's certificate</source>
   <translation>Lead's certificate</translation>
  </message>
  <message>
   <source>Lead's number</source>
   <translation>Lead's number</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>One in a line, the main one first</source>
   <translation>One in a line, the main one first</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Phone</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>Site</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
 </context>
 <context>
  <name>SitesPage</name>
  <message>
   <source>1 site</source>
   <translation>1 site</translation>
  </message>
  <message>
   <source>Access</source>
   <translation>Access</translation>
  </message>
  <message>
   <source>Access provider</source>
   <translation>Access provider</translation>
  </message>
  <message>
   <source>Approved on</source>
   <translation>Approved on</translation>
  </message>
  <message>
   <source>Changed at</source>
   <translation>Changed at</translation>
  </message>
  <message>
   <source>Check for hollow site (Ctrl+Shift+H)</source>
   <translation>Check for hollow site (Ctrl+Shift+H)</translation>
  </message>
  <message>
   <source>Check for hollow site…</source>
   <translation>Check for hollow site…</translation>
  </message>
  <message>
   <source>Deleted {what}</source>
   <translation>Deleted {what}</translation>
  </message>
  <message>
   <source>Domains</source>
   <translation>Domains</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-mail</translation>
  </message>
  <message>
   <source>Edit {name}</source>
   <translation>Edit {name}</translation>
  </message>
  <message>
   <source>Filing</source>
   <translation>Filing</translation>
  </message>
  <message>
   <source>Filing number</source>
   <translation>Filing number</translation>
  </message>
  <message>
   <source>Home page</source>
   <translation>Home page</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>Lead</source>
   <translation>Lead</translation>
  </message>
  <message>
   <source>Lead of the site</source>
   <translation>Lead of the site</translation>
  </message>
  <message>
   <source>Lead's certificate</source>
   <translation>Lead's certificate</translation>
  </message>
  <message>
   <source>Lead's number</source>
   <translation>Lead's number</translation>
  </message>
  <message>
   <source>Move to another subject (Ctrl+Shift+M)</source>
   <translation>Move to another subject (Ctrl+Shift+M)</translation>
  </message>
  <message>
   <source>Move to another subject…</source>
   <translation>Move to another subject…</translation>
  </message>
  <message>
   <source>Moved {name}</source>
   <translation>Moved {name}</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New site</source>
   <translation>New site</translation>
  </message>
  <message>
   <source>New site…</source>
   <translation>New site…</translation>
  </message>
  <message>
   <source>No filing number</source>
   <translation>No filing number</translation>
  </message>
  <message>
   <source>No sites yet. Import a table of filings, or drop its file here.</source>
   <translation>No sites yet. Import a table of filings, or drop its file here.</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Phone</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>Province</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>Site</translation>
  </message>
  <message>
   <source>Sites</source>
   <translation>Sites</translation>
  </message>
  <message>
   <source>Subject</source>
   <translation>Subject</translation>
  </message>
  <message>
   <source>Verify the domains (Ctrl+Shift+J)</source>
   <translation>Verify the domains (Ctrl+Shift+J)</translation>
  </message>
  <message>
   <source>Verify the domains…</source>
   <translation>Verify the domains…</translation>
  </message>
  <message>
   <source>{count} sites</source>
   <translation>{count} sites</translation>
  </message>
  <message>
   <source>{name} ({ascii})</source>
   <translation>{name} ({ascii})</translation>
  </message>
 </context>
 <context>
  <name>Start</name>
  <message>
   <source>Last time the program stopped without warning. Your records are not affected.</source>
   <translation>Last time the program stopped without warning. Your records are not affected.</translation>
  </message>
  <message>
   <source>Show the report</source>
   <translation>Show the report</translation>
  </message>
  <message>
   <source>The settings could not be read. They were set aside as {path}; defaults hold now.</source>
   <translation>The settings could not be read. They were set aside as {path}; defaults hold now.</translation>
  </message>
 </context>
 <context>
  <name>StepList</name>
  <message>
   <source>Steps</source>
   <translation>Steps</translation>
  </message>
 </context>
 <context>
  <name>StepTexts</name>
  <message>
   <source>A few answers tell whether paper is needed at all, and whose form it is.</source>
   <translation>A few answers tell whether paper is needed at all, and whose form it is.</translation>
  </message>
  <message>
   <source>Agent</source>
   <translation>Agent</translation>
  </message>
  <message>
   <source>Applicant</source>
   <translation>Applicant</translation>
  </message>
  <message>
   <source>Copy these from the public query; the administration compares them letter by letter.</source>
   <translation>Copy these from the public query; the administration compares them letter by letter.</translation>
  </message>
  <message>
   <source>Enclosures</source>
   <translation>Enclosures</translation>
  </message>
  <message>
   <source>Ground</source>
   <translation>Ground</translation>
  </message>
  <message>
   <source>Letter</source>
   <translation>Letter</translation>
  </message>
  <message>
   <source>On what the application rests, and what has to be proved.</source>
   <translation>On what the application rests, and what has to be proved.</translation>
  </message>
  <message>
   <source>Online way</source>
   <translation>Online way</translation>
  </message>
  <message>
   <source>Papers that go with the form. What is missing stays open on the case's check list.</source>
   <translation>Papers that go with the form. What is missing stays open on the case's check list.</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Reason</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Review</translation>
  </message>
  <message>
   <source>Suffix</source>
   <translation>Suffix</translation>
  </message>
  <message>
   <source>The filing</source>
   <translation>The filing</translation>
  </message>
  <message>
   <source>The packet on the right is what will be printed. Finish opens the case.</source>
   <translation>The packet on the right is what will be printed. Finish opens the case.</translation>
  </message>
  <message>
   <source>The unit's letter for its agent, made here; the page on the right is the letter.</source>
   <translation>The unit's letter for its agent, made here; the page on the right is the letter.</translation>
  </message>
  <message>
   <source>This cannot be undone: a domain under this suffix may never be filed again.</source>
   <translation>This cannot be undone: a domain under this suffix may never be filed again.</translation>
  </message>
  <message>
   <source>This filing can be deregistered without paper. Send the customer the steps.</source>
   <translation>This filing can be deregistered without paper. Send the customer the steps.</translation>
  </message>
  <message>
   <source>What is it about</source>
   <translation>What is it about</translation>
  </message>
  <message>
   <source>Who applies, seals or signs.</source>
   <translation>Who applies, seals or signs.</translation>
  </message>
  <message>
   <source>Who hands the papers in for the applicant.</source>
   <translation>Who hands the papers in for the applicant.</translation>
  </message>
  <message>
   <source>Why the filing is to go.</source>
   <translation>Why the filing is to go.</translation>
  </message>
 </context>
 <context>
  <name>StoreCard</name>
  <message>
   <source>Another folder…</source>
   <translation>Another folder…</translation>
  </message>
  <message>
   <source>Back up now</source>
   <translation>Back up now</translation>
  </message>
  <message>
   <source>Back up to</source>
   <translation>Back up to</translation>
  </message>
  <message>
   <source>Back up to…</source>
   <translation>Back up to…</translation>
  </message>
  <message>
   <source>Change passphrase…</source>
   <translation>Change passphrase…</translation>
  </message>
  <message>
   <source>Check the store</source>
   <translation>Check the store</translation>
  </message>
  <message>
   <source>Checking the store…</source>
   <translation>Checking the store…</translation>
  </message>
  <message>
   <source>Choose a backup…</source>
   <translation>Choose a backup…</translation>
  </message>
  <message>
   <source>Keep backups in</source>
   <translation>Keep backups in</translation>
  </message>
  <message>
   <source>Kept in</source>
   <translation>Kept in</translation>
  </message>
  <message>
   <source>Last backup</source>
   <translation>Last backup</translation>
  </message>
  <message>
   <source>Make a new code</source>
   <translation>Make a new code</translation>
  </message>
  <message>
   <source>Making a backup…</source>
   <translation>Making a backup…</translation>
  </message>
  <message>
   <source>New recovery code</source>
   <translation>New recovery code</translation>
  </message>
  <message>
   <source>New recovery code…</source>
   <translation>New recovery code…</translation>
  </message>
  <message>
   <source>None yet</source>
   <translation>None yet</translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation>Open folder</translation>
  </message>
  <message>
   <source>Opening the store</source>
   <translation>Opening the store</translation>
  </message>
  <message>
   <source>Restore a backup</source>
   <translation>Restore a backup</translation>
  </message>
  <message>
   <source>Restore…</source>
   <translation>Restore…</translation>
  </message>
  <message>
   <source>The backup is made.</source>
   <translation>The backup is made.</translation>
  </message>
  <message numerus="yes">
   <source>The check found %n thing(s) wrong. Restore a backup soon.</source>
   <translation>
    <numerusform>The check found one thing wrong. Restore a backup soon.</numerusform>
    <numerusform>The check found %n things wrong. Restore a backup soon.</numerusform>
   </translation>
  </message>
  <message>
   <source>The old code stops working. Make a new one?</source>
   <translation>The old code stops working. Make a new one?</translation>
  </message>
  <message>
   <source>The passphrase is changed.</source>
   <translation>The passphrase is changed.</translation>
  </message>
  <message>
   <source>The store is closed and a backup takes its place. What was written since that backup is kept in a file beside it.</source>
   <translation>The store is closed and a backup takes its place. What was written since that backup is kept in a file beside it.</translation>
  </message>
  <message>
   <source>The store is sound.</source>
   <translation>The store is sound.</translation>
  </message>
  <message>
   <source>{path} (from the next opening on)</source>
   <translation>{path} (from the next opening on)</translation>
  </message>
  <message numerus="yes">
   <source>{when} · {size} · %n kept</source>
   <translation>
    <numerusform>{when} · {size} · %n kept</numerusform>
    <numerusform>{when} · {size} · %n kept</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>StraightenDialog</name>
  <message>
   <source>A4 sheet</source>
   <translation>A4 sheet</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>Corners of the paper</source>
   <translation>Corners of the paper</translation>
  </message>
  <message>
   <source>Drag the corners, or walk through them with Tab and move them with the arrow keys: Shift for large steps, Ctrl for small ones. The original stays as it is.</source>
   <translation>Drag the corners, or walk through them with Tab and move them with the arrow keys: Shift for large steps, Ctrl for small ones. The original stays as it is.</translation>
  </message>
  <message>
   <source>Find corners</source>
   <translation>Find corners</translation>
  </message>
  <message>
   <source>Identity card, 85.6 × 54 mm</source>
   <translation>Identity card, 85.6 × 54 mm</translation>
  </message>
  <message>
   <source>No corners could be made out; set them by hand where the paper is photographed at an angle.</source>
   <translation>No corners could be made out; set them by hand where the paper is photographed at an angle.</translation>
  </message>
  <message>
   <source>Proportions as photographed</source>
   <translation>Proportions as photographed</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Redo</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>Reset</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>Result</translation>
  </message>
  <message>
   <source>Shape of the paper</source>
   <translation>Shape of the paper</translation>
  </message>
  <message>
   <source>Straighten: {name}</source>
   <translation>Straighten: {name}</translation>
  </message>
  <message>
   <source>Take over</source>
   <translation>Take over</translation>
  </message>
  <message>
   <source>The corners were found in the picture; look whether they are right.</source>
   <translation>The corners were found in the picture; look whether they are right.</translation>
  </message>
  <message>
   <source>The print lay on its side.</source>
   <translation>The print lay on its side.</translation>
  </message>
  <message>
   <source>The print stands upright.</source>
   <translation>The print stands upright.</translation>
  </message>
  <message>
   <source>The print stood on its head.</source>
   <translation>The print stood on its head.</translation>
  </message>
  <message>
   <source>Turn left</source>
   <translation>Turn left</translation>
  </message>
  <message>
   <source>Turn left (Shift+R)</source>
   <translation>Turn left (Shift+R)</translation>
  </message>
  <message>
   <source>Turn right</source>
   <translation>Turn right</translation>
  </message>
  <message>
   <source>Turn right (R)</source>
   <translation>Turn right (R)</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Undo</translation>
  </message>
  <message>
   <source>Which way up it goes cannot be told; turn it with R.</source>
   <translation>Which way up it goes cannot be told; turn it with R.</translation>
  </message>
  <message>
   <source>Whole picture</source>
   <translation>Whole picture</translation>
  </message>
  <message>
   <source>{found} {lying}</source>
   <translation>{found} {lying}</translation>
  </message>
 </context>
 <context>
  <name>SubjectCheckWords</name>
  <message>
   <source>By when to look again</source>
   <translation>By when to look again</translation>
  </message>
  <message>
   <source>Case</source>
   <translation>Case</translation>
  </message>
  <message>
   <source>Filing number</source>
   <translation>Filing number</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Outcome</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>Province</translation>
  </message>
  <message>
   <source>Reply to the customer</source>
   <translation>Reply to the customer</translation>
  </message>
  <message>
   <source>Sites and apps</source>
   <translation>Sites and apps</translation>
  </message>
  <message>
   <source>Still to fill: {gaps}</source>
   <translation>Still to fill: {gaps}</translation>
  </message>
  <message>
   <source>Subject</source>
   <translation>Subject</translation>
  </message>
  <message>
   <source>The province's rule</source>
   <translation>The province's rule</translation>
  </message>
  <message>
   <source>Way out</source>
   <translation>Way out</translation>
  </message>
  <message>
   <source>What follows otherwise</source>
   <translation>What follows otherwise</translation>
  </message>
  <message>
   <source>What to do</source>
   <translation>What to do</translation>
  </message>
  <message>
   <source>What to hand in</source>
   <translation>What to hand in</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Why</translation>
  </message>
  <message>
   <source>first establish whether it is hollow</source>
   <translation>first establish whether it is hollow</translation>
  </message>
  <message>
   <source>none recorded</source>
   <translation>none recorded</translation>
  </message>
  <message>
   <source>open</source>
   <translation>open</translation>
  </message>
  <message>
   <source>this program's advice</source>
   <translation>this program's advice</translation>
  </message>
  <message>
   <source>{total} recorded, {gone} deregistered, {cancelled} access cancelled</source>
   <translation>{total} recorded, {gone} deregistered, {cancelled} access cancelled</translation>
  </message>
 </context>
 <context>
  <name>SubjectFields</name>
  <message>
   <source>Account UID</source>
   <translation>Account UID</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Address</translation>
  </message>
  <message>
   <source>Certificate address</source>
   <translation>Certificate address</translation>
  </message>
  <message>
   <source>Certificate number</source>
   <translation>Certificate number</translation>
  </message>
  <message>
   <source>Certificate type</source>
   <translation>Certificate type</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-mail</translation>
  </message>
  <message>
   <source>Emergency phone</source>
   <translation>Emergency phone</translation>
  </message>
  <message>
   <source>Exactly as on the certificate</source>
   <translation>Exactly as on the certificate</translation>
  </message>
  <message>
   <source>Filed on</source>
   <translation>Filed on</translation>
  </message>
  <message>
   <source>Filing</source>
   <translation>Filing</translation>
  </message>
  <message>
   <source>Filing number</source>
   <translation>Filing number</translation>
  </message>
  <message>
   <source>Follows from the filing number</source>
   <extracomment>What most new subjects are, so that there is less to choose.</extracomment>
   <translation>Follows from the filing number</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>Lead</source>
   <translation>Lead</translation>
  </message>
  <message>
   <source>Lead of the subject</source>
   <translation>Lead of the subject</translation>
  </message>
  <message>
   <source>Lead's certificate</source>
   <translation>Lead's certificate</translation>
  </message>
  <message>
   <source>Lead's number</source>
   <translation>Lead's number</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Nature</source>
   <translation>Nature</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Phone</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>Province</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>Subject</source>
   <translation>Subject</translation>
  </message>
 </context>
 <context>
  <name>SubjectPicker</name>
  <message>
   <source>Choose the subject from the list</source>
   <translation>Choose the subject from the list</translation>
  </message>
  <message>
   <source>No filing number</source>
   <translation>No filing number</translation>
  </message>
  <message>
   <source>No subject has that in its name or number</source>
   <translation>No subject has that in its name or number</translation>
  </message>
  <message>
   <source>Subject that holds the site</source>
   <translation>Subject that holds the site</translation>
  </message>
  <message>
   <source>Type any part of its name or filing number</source>
   <translation>Type any part of its name or filing number</translation>
  </message>
 </context>
 <context>
  <name>SubjectsPage</name>
  <message>
   <source>1 subject</source>
   <translation>1 subject</translation>
  </message>
  <message>
   <source>Account UID</source>
   <translation>Account UID</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Address</translation>
  </message>
  <message>
   <source>Certificate</source>
   <translation>Certificate</translation>
  </message>
  <message>
   <source>Certificate address</source>
   <translation>Certificate address</translation>
  </message>
  <message>
   <source>Certificate number</source>
   <translation>Certificate number</translation>
  </message>
  <message>
   <source>Changed at</source>
   <translation>Changed at</translation>
  </message>
  <message>
   <source>Deleted {what}</source>
   <translation>Deleted {what}</translation>
  </message>
  <message>
   <source>Deleted {what} with 1 site</source>
   <translation>Deleted {what} with 1 site</translation>
  </message>
  <message>
   <source>Deleted {what} with {count} sites</source>
   <translation>Deleted {what} with {count} sites</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-mail</translation>
  </message>
  <message>
   <source>Edit {name}</source>
   <translation>Edit {name}</translation>
  </message>
  <message>
   <source>Emergency phone</source>
   <translation>Emergency phone</translation>
  </message>
  <message>
   <source>Filed on</source>
   <translation>Filed on</translation>
  </message>
  <message>
   <source>Filing</source>
   <translation>Filing</translation>
  </message>
  <message>
   <source>Filing number</source>
   <translation>Filing number</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>Lead</source>
   <translation>Lead</translation>
  </message>
  <message>
   <source>Lead of the subject</source>
   <translation>Lead of the subject</translation>
  </message>
  <message>
   <source>Lead's certificate</source>
   <translation>Lead's certificate</translation>
  </message>
  <message>
   <source>Lead's number</source>
   <translation>Lead's number</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New subject</source>
   <translation>New subject</translation>
  </message>
  <message>
   <source>New subject…</source>
   <translation>New subject…</translation>
  </message>
  <message>
   <source>No filing number</source>
   <translation>No filing number</translation>
  </message>
  <message>
   <source>No subjects yet. Import a table of filings, or drop its file here.</source>
   <translation>No subjects yet. Import a table of filings, or drop its file here.</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Phone</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>Province</translation>
  </message>
  <message>
   <source>Sites ({count})</source>
   <translation>Sites ({count})</translation>
  </message>
  <message>
   <source>Subject</source>
   <translation>Subject</translation>
  </message>
  <message>
   <source>Subjects</source>
   <translation>Subjects</translation>
  </message>
  <message>
   <source>{count} subjects</source>
   <translation>{count} subjects</translation>
  </message>
  <message>
   <source>{kind} · {nature}</source>
   <translation>{kind} · {nature}</translation>
  </message>
 </context>
 <context>
  <name>SubjectsTab</name>
  <message>
   <source>A case for each selected hollow subject; for all that are shown where one is selected</source>
   <translation>A case for each selected hollow subject; for all that are shown where one is selected</translation>
  </message>
  <message>
   <source>Choose a subject to see what was found</source>
   <translation>Choose a subject to see what was found</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>Copied</translation>
  </message>
  <message>
   <source>Every province</source>
   <translation>Every province</translation>
  </message>
  <message>
   <source>Export the results</source>
   <translation>Export the results</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Export…</translation>
  </message>
  <message>
   <source>Filter by any part of a name or number</source>
   <translation>Filter by any part of a name or number</translation>
  </message>
  <message>
   <source>Hollow subjects {day}.xlsx</source>
   <translation>Hollow subjects {day}.xlsx</translation>
  </message>
  <message>
   <source>Look again</source>
   <translation>Look again</translation>
  </message>
  <message>
   <source>Looking through the store…</source>
   <translation>Looking through the store…</translation>
  </message>
  <message>
   <source>No case to open: none of them is hollow without having its case.</source>
   <translation>No case to open: none of them is hollow without having its case.</translation>
  </message>
  <message numerus="yes">
   <source>One case for each hollow subject among the %n shown or selected. Whoever has an open case keeps it.</source>
   <translation>
    <numerusform>A case for the hollow subject. Whoever has an open case keeps it.</numerusform>
    <numerusform>One case for each hollow subject among the %n shown or selected. Whoever has an open case keeps it.</numerusform>
   </translation>
  </message>
  <message>
   <source>Open cases</source>
   <translation>Open cases</translation>
  </message>
  <message>
   <source>Open cases?</source>
   <translation>Open cases?</translation>
  </message>
  <message numerus="yes">
   <source>Opened %n case(s)</source>
   <translation>
    <numerusform>Opened one case</numerusform>
    <numerusform>Opened %n cases</numerusform>
   </translation>
  </message>
  <message>
   <source>Opening cases…</source>
   <translation>Opening cases…</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>Province</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Show</translation>
  </message>
  <message>
   <source>Subjects of the store without any live site or app. Nobody is asked. A hollow subject is another thing than a hollow site: no site is left at all, and the way out is the province's.</source>
   <translation>Subjects of the store without any live site or app. Nobody is asked. A hollow subject is another thing than a hollow site: no site is left at all, and the way out is the province's.</translation>
  </message>
  <message>
   <source>Tables (*.xlsx *.csv)</source>
   <translation>Tables (*.xlsx *.csv)</translation>
  </message>
  <message>
   <source>The store knows no subject without live sites or apps.</source>
   <translation>The store knows no subject without live sites or apps.</translation>
  </message>
  <message>
   <source>Writing the table…</source>
   <translation>Writing the table…</translation>
  </message>
  <message>
   <source>Wrote {count} lines to {name}</source>
   <translation>Wrote {count} lines to {name}</translation>
  </message>
 </context>
 <context>
  <name>TableExchange</name>
  <message>
   <source>Open folder</source>
   <translation>Open folder</translation>
  </message>
  <message>
   <source>Wrote {count} lines to {name}</source>
   <translation>Wrote {count} lines to {name}</translation>
  </message>
 </context>
 <context>
  <name>Toast</name>
  <message>
   <source>Undo</source>
   <translation>Undo</translation>
  </message>
 </context>
 <context>
  <name>TransferFace</name>
  <message>
   <source>Applicant</source>
   <translation>Applicant</translation>
  </message>
  <message>
   <source>Conditions</source>
   <translation>Conditions</translation>
  </message>
  <message>
   <source>Each of these has to hold, or the transfer is refused.</source>
   <translation>Each of these has to hold, or the transfer is refused.</translation>
  </message>
  <message>
   <source>Effects</source>
   <translation>Effects</translation>
  </message>
  <message>
   <source>Enclosures</source>
   <translation>Enclosures</translation>
  </message>
  <message>
   <source>Files that go with the ticket. What is missing stays open on the check list.</source>
   <translation>Files that go with the ticket. What is missing stays open on the check list.</translation>
  </message>
  <message>
   <source>Letter</source>
   <translation>Letter</translation>
  </message>
  <message>
   <source>Offline transfer to another account</source>
   <translation>Offline transfer to another account</translation>
  </message>
  <message>
   <source>Online way</source>
   <translation>Online way</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Review</translation>
  </message>
  <message>
   <source>The customer transfers online. Send the steps.</source>
   <translation>The customer transfers online. Send the steps.</translation>
  </message>
  <message>
   <source>The filing</source>
   <translation>The filing</translation>
  </message>
  <message>
   <source>The filing that moves, and whose it is.</source>
   <translation>The filing that moves, and whose it is.</translation>
  </message>
  <message>
   <source>The packet on the right goes with the ticket. Finish opens the case.</source>
   <translation>The packet on the right goes with the ticket. Finish opens the case.</translation>
  </message>
  <message>
   <source>The person who applies for the unit and holds its certificate in the photo.</source>
   <translation>The person who applies for the unit and holds its certificate in the photo.</translation>
  </message>
  <message>
   <source>The unit's authorization letter, to be sealed and signed.</source>
   <translation>The unit's authorization letter, to be sealed and signed.</translation>
  </message>
  <message>
   <source>What is it about</source>
   <translation>What is it about</translation>
  </message>
  <message>
   <source>What the customer has to know before it is done.</source>
   <translation>What the customer has to know before it is done.</translation>
  </message>
  <message>
   <source>Who can log in needs no paper.</source>
   <translation>Who can log in needs no paper.</translation>
  </message>
 </context>
 <context>
  <name>TriageTab</name>
  <message>
   <source>A customer's words, a system's prompt, a rejection, or words to look up</source>
   <translation>A customer's words, a system's prompt, a rejection, or words to look up</translation>
  </message>
  <message>
   <source>Cause</source>
   <translation>Cause</translation>
  </message>
  <message>
   <source>Customers say of it</source>
   <translation>Customers say of it</translation>
  </message>
  <message>
   <source>Find by words</source>
   <translation>Find by words</translation>
  </message>
  <message>
   <source>Found in</source>
   <translation>Found in</translation>
  </message>
  <message>
   <source>Newer word on it</source>
   <translation>Newer word on it</translation>
  </message>
  <message>
   <source>Nothing in the guide speaks of these words. Try fewer, or the customer's own.</source>
   <translation>Nothing in the guide speaks of these words. Try fewer, or the customer's own.</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Open</translation>
  </message>
  <message>
   <source>Paste a ticket, what the system says or a rejection at the left: procedures, questions and the words that counted appear here.</source>
   <translation>Paste a ticket, what the system says or a rejection at the left: procedures, questions and the words that counted appear here.</translation>
  </message>
  <message>
   <source>Paste it here.</source>
   <translation>Paste it here.</translation>
  </message>
  <message>
   <source>Procedure</source>
   <translation>Procedure</translation>
  </message>
  <message>
   <source>Prompts recognised</source>
   <translation>Prompts recognised</translation>
  </message>
  <message>
   <source>Question</source>
   <translation>Question</translation>
  </message>
  <message>
   <source>Show an example</source>
   <translation>Show an example</translation>
  </message>
  <message>
   <source>Still to ask:</source>
   <translation>Still to ask:</translation>
  </message>
  <message>
   <source>What it is about</source>
   <translation>What it is about</translation>
  </message>
  <message>
   <source>What to do</source>
   <translation>What to do</translation>
  </message>
  <message>
   <source>Word</source>
   <translation>Word</translation>
  </message>
  <message>
   <source>Words that counted</source>
   <translation>Words that counted</translation>
  </message>
  <message>
   <source>clear</source>
   <translation>clear</translation>
  </message>
  <message>
   <source>found</source>
   <translation>found</translation>
  </message>
 </context>
 <context>
  <name>Trial</name>
  <message>
   <source>Fill with</source>
   <translation>Fill with</translation>
  </message>
  <message>
   <source>Longest values</source>
   <translation>Longest values</translation>
  </message>
  <message>
   <source>Nothing filled in</source>
   <translation>Nothing filled in</translation>
  </message>
  <message>
   <source>Ordinary values</source>
   <translation>Ordinary values</translation>
  </message>
  <message>
   <source>Rare names</source>
   <translation>Rare names</translation>
  </message>
  <message>
   <source>Test values</source>
   <translation>Test values</translation>
  </message>
 </context>
 <context>
  <name>UnlockView</name>
  <message>
   <source>Backups (*)</source>
   <translation>Backups (*)</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Passphrase</translation>
  </message>
  <message>
   <source>Restore a backup</source>
   <translation>Restore a backup</translation>
  </message>
 </context>
 <context>
  <name>UseDialog</name>
  <message>
   <source>Cancel</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>Only from</source>
   <translation>Only from</translation>
  </message>
  <message>
   <source>Only until</source>
   <translation>Only until</translation>
  </message>
  <message>
   <source>Papers for {province} are printed on this blank while it is in use.</source>
   <translation>Papers for {province} are printed on this blank while it is in use.</translation>
  </message>
  <message>
   <source>Use</source>
   <translation>Use</translation>
  </message>
  <message>
   <source>Use this blank</source>
   <translation>Use this blank</translation>
  </message>
 </context>
 <context>
  <name>ValueEditor</name>
  <message>
   <source>A number such as 0531-12345678, or 15 for fifteen working days</source>
   <translation>A number such as 0531-12345678, or 15 for fifteen working days</translation>
  </message>
  <message>
   <source>The words alone say it.</source>
   <translation>The words alone say it.</translation>
  </message>
 </context>
 <context>
  <name>ViewTabs</name>
  <message>
   <source>Active</source>
   <translation>Active</translation>
  </message>
  <message>
   <source>Administration</source>
   <translation>Administration</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Closed</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Customer</translation>
  </message>
  <message>
   <source>Due today</source>
   <translation>Due today</translation>
  </message>
  <message>
   <source>Mine</source>
   <translation>Mine</translation>
  </message>
  <message>
   <source>Overdue</source>
   <translation>Overdue</translation>
  </message>
  <message>
   <source>Provider</source>
   <translation>Provider</translation>
  </message>
  <message>
   <source>Views of the queue</source>
   <translation>Views of the queue</translation>
  </message>
  <message>
   <source>Waiting for the customer</source>
   <translation>Waiting for the customer</translation>
  </message>
  <message>
   <source>Waiting for the provider</source>
   <translation>Waiting for the provider</translation>
  </message>
  <message>
   <source>With the administration</source>
   <translation>With the administration</translation>
  </message>
 </context>
 <context>
  <name>Watermark</name>
  <message>
   <source>All over</source>
   <translation>All over</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Light</translation>
  </message>
  <message>
   <source>Normal</source>
   <translation>Normal</translation>
  </message>
  <message>
   <source>Once, at the foot</source>
   <translation>Once, at the foot</translation>
  </message>
  <message>
   <source>Once, in the middle</source>
   <translation>Once, in the middle</translation>
  </message>
  <message>
   <source>Strong</source>
   <translation>Strong</translation>
  </message>
 </context>
 <context>
  <name>WayOutPage</name>
  <message>
   <source>Copy reply</source>
   <translation>Copy reply</translation>
  </message>
  <message>
   <source>Reply to the customer</source>
   <translation>Reply to the customer</translation>
  </message>
 </context>
 <context>
  <name>WizardFrame</name>
  <message>
   <source>&amp;Back</source>
   <translation>&amp;Back</translation>
  </message>
  <message>
   <source>&amp;Next</source>
   <translation>&amp;Next</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Close</translation>
  </message>
 </context>
 <context>
  <name>_DetailsDialog</name>
  <message>
   <source>Cancel</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>Keep and map…</source>
   <translation>Keep and map…</translation>
  </message>
 </context>
 <context>
  <name>_LetterFace</name>
  <message>
   <source>The letter appears here for a unit; an individual's packet appears once every answer is there.</source>
   <translation>The letter appears here for a unit; an individual's packet appears once every answer is there.</translation>
  </message>
 </context>
 <context>
  <name>_Line</name>
  <message>
   <source>Copy {name}</source>
   <translation>Copy {name}</translation>
  </message>
  <message>
   <source>Hide {name}</source>
   <translation>Hide {name}</translation>
  </message>
  <message>
   <source>Show {name}</source>
   <translation>Show {name}</translation>
  </message>
 </context>
</TS>
