<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
 <context>
  <name>AboutPanel</name>
  <message>
   <source>Closed because</source>
   <translation>关闭理由</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>客户</translation>
  </message>
  <message>
   <source>Edit…</source>
   <translation>修改…</translation>
  </message>
  <message>
   <source>Filing number</source>
   <translation>备案号</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>处理人</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>省份</translation>
  </message>
  <message>
   <source>Ticket</source>
   <translation>工单编号</translation>
  </message>
 </context>
 <context>
  <name>AdditionsDialog</name>
  <message>
   <source>Form and letters stay as they are; these enclosures are added. The older packet stays.</source>
   <translation>申请表和授权书不变，补入下列附件。原来的材料包保留。</translation>
  </message>
  <message>
   <source>Make the packet</source>
   <translation>制作</translation>
  </message>
  <message>
   <source>Make the packet anew</source>
   <translation>重新制作材料包</translation>
  </message>
 </context>
 <context>
  <name>AdvicePanel</name>
  <message>
   <source>Source: {source} ({date})</source>
   <translation>来源：{source}（{date}）</translation>
  </message>
 </context>
 <context>
  <name>AuditTab</name>
  <message numerus="yes">
   <source>%n day(s) are left.</source>
   <translation>
    <numerusform>还剩 %n 天。</numerusform>
   </translation>
  </message>
  <message>
   <source>Ask again</source>
   <translation>重新判断</translation>
  </message>
  <message>
   <source>Cause</source>
   <translation>原因</translation>
  </message>
  <message>
   <source>Contents that count as not matching</source>
   <translation>视为内容不符的情形</translation>
  </message>
  <message>
   <source>Copied: the plan</source>
   <translation>已复制整改方案</translation>
  </message>
  <message>
   <source>Copy the plan</source>
   <translation>复制整改方案</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>客户</translation>
  </message>
  <message>
   <source>Deadline</source>
   <translation>整改截止</translation>
  </message>
  <message>
   <source>Filing number</source>
   <translation>备案号</translation>
  </message>
  <message>
   <source>How customers are told</source>
   <translation>怎样通知客户</translation>
  </message>
  <message>
   <source>Is it overdue?</source>
   <translation>是否已经超期？</translation>
  </message>
  <message>
   <source>On what ground</source>
   <translation>依据</translation>
  </message>
  <message>
   <source>Open a case of this plan</source>
   <translation>按方案新建工单</translation>
  </message>
  <message>
   <source>Open the procedure</source>
   <translation>打开办事步骤</translation>
  </message>
  <message>
   <source>Papers</source>
   <translation>材料</translation>
  </message>
  <message>
   <source>Paste the notice: the reasons it names are ticked below.</source>
   <translation>粘贴通知，写到的原因会在下面勾上。</translation>
  </message>
  <message>
   <source>Reasons</source>
   <translation>不合格原因</translation>
  </message>
  <message>
   <source>Special audit</source>
   <translation>专项核查</translation>
  </message>
  <message>
   <source>Take note</source>
   <translation>注意</translation>
  </message>
  <message>
   <source>The case was not opened</source>
   <translation>工单没有建成</translation>
  </message>
  <message>
   <source>The deadline is over: answer the questions at the left.</source>
   <translation>已经超期：请按左边的问题往下走。</translation>
  </message>
  <message>
   <source>The notice, or its reasons</source>
   <translation>核查通知，或不合格原因</translation>
  </message>
  <message>
   <source>The plan</source>
   <translation>整改方案</translation>
  </message>
  <message>
   <source>Ticket number</source>
   <translation>工单号</translation>
  </message>
  <message>
   <source>What follows</source>
   <translation>后果</translation>
  </message>
  <message>
   <source>What is audited</source>
   <translation>核查内容</translation>
  </message>
  <message>
   <source>What the system says</source>
   <translation>系统提示</translation>
  </message>
  <message>
   <source>What to do</source>
   <translation>怎么办</translation>
  </message>
  <message>
   <source>When it is overdue</source>
   <translation>超期以后</translation>
  </message>
  <message>
   <source>Write the day like 2026-12-31.</source>
   <translation>日期请写成 2026-12-31 这样。</translation>
  </message>
  <message>
   <source>as the notice names it: 2026-12-31</source>
   <translation>通知写明的日期，如 2026-12-31</translation>
  </message>
 </context>
 <context>
  <name>BlankCanvas</name>
  <message>
   <source>Add a box into this cell</source>
   <translation>在这一格加框</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
 </context>
 <context>
  <name>BlankShelf</name>
  <message numerus="yes">
   <source>%n blank(s) imported</source>
   <translation>
    <numerusform>已导入 %n 张空白表</numerusform>
   </translation>
  </message>
  <message>
   <source>Copy of the built-in form {edition}</source>
   <translation>复制自内置表格 {edition}</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Delete the blank</source>
   <translation>删除空白表</translation>
  </message>
  <message>
   <source>Export pack</source>
   <translation>导出空白表包</translation>
  </message>
  <message>
   <source>From now on the older blank, or the built-in form, is filled. Printed papers stay as they are.</source>
   <translation>此后改用更早的空白表；没有时用内置表格。已打印的材料不受影响。</translation>
  </message>
  <message>
   <source>Import pack</source>
   <translation>导入空白表包</translation>
  </message>
  <message>
   <source>Packs of blanks (*{ending})</source>
   <translation>空白表包 (*{ending})</translation>
  </message>
  <message>
   <source>Save the original file</source>
   <translation>另存原文件</translation>
  </message>
  <message>
   <source>Saved: {path}</source>
   <translation>已保存：{path}</translation>
  </message>
  <message>
   <source>Withdraw</source>
   <translation>停用</translation>
  </message>
  <message>
   <source>Withdraw the blank</source>
   <translation>停用空白表</translation>
  </message>
  <message>
   <source>“{title}”, edition {edition}, is removed with its file and its boxes. This cannot be undone.</source>
   <translation>“{title}”（{edition}）连同它的文件和所有框都会删除，不能撤销。</translation>
  </message>
 </context>
 <context>
  <name>BlankWords</name>
  <message>
   <source>All provinces</source>
   <translation>全国</translation>
  </message>
  <message>
   <source>Certain</source>
   <translation>确定</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>待核对</translation>
  </message>
  <message>
   <source>Constant words</source>
   <translation>固定文字</translation>
  </message>
  <message>
   <source>Date or part of it</source>
   <translation>日期（或年、月、日）</translation>
  </message>
  <message>
   <source>Deregistration</source>
   <translation>备案注销</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>草稿</translation>
  </message>
  <message>
   <source>In use</source>
   <translation>使用中</translation>
  </message>
  <message>
   <source>Likely</source>
   <translation>很可能</translation>
  </message>
  <message>
   <source>No field</source>
   <translation>未选栏目</translation>
  </message>
  <message>
   <source>One character to a cell</source>
   <translation>一格一字</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>照片</translation>
  </message>
  <message>
   <source>Seal or signature</source>
   <translation>盖章或签字</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>文字</translation>
  </message>
  <message>
   <source>Tick</source>
   <translation>勾选</translation>
  </message>
  <message>
   <source>Unnamed box</source>
   <translation>未命名的框</translation>
  </message>
  <message>
   <source>Withdrawn</source>
   <translation>已停用</translation>
  </message>
 </context>
 <context>
  <name>BoxedPage</name>
  <message numerus="yes">
   <source>%n box(es) chosen</source>
   <translation>
    <numerusform>选中 %n 个框</numerusform>
   </translation>
  </message>
  <message>
   <source>No box chosen</source>
   <translation>未选中任何框</translation>
  </message>
  <message>
   <source>{name}: {width} by {height} mm, {x} mm from the left, {y} mm from the top</source>
   <translation>{name}：{width}×{height} 毫米，距左边 {x} 毫米，距上边 {y} 毫米</translation>
  </message>
 </context>
 <context>
  <name>BringInDialog</name>
  <message numerus="yes">
   <source>%n box(es) found</source>
   <translation>
    <numerusform>找到 %n 个框</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n page(s)</source>
   <translation>
    <numerusform>%n 页</numerusform>
   </translation>
  </message>
  <message>
   <source>A PDF, a picture, or a Word document where LibreOffice is installed. The file is kept unchanged.</source>
   <translation>PDF 或图片；装有 LibreOffice 时也可以是 Word 文档。原文件会原样保存。</translation>
  </message>
  <message>
   <source>Bring in a blank</source>
   <translation>导入空白表</translation>
  </message>
  <message>
   <source>Choose a file…</source>
   <translation>选择文件…</translation>
  </message>
  <message>
   <source>Choose the official form</source>
   <translation>选择官方空白表</translation>
  </message>
  <message>
   <source>Drop the form here</source>
   <translation>把空白表拖到这里</translation>
  </message>
  <message>
   <source>Forms (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.bmp *.webp *.heic *.doc *.docx *.odt *.rtf *.wps)</source>
   <translation>空白表 (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.bmp *.webp *.heic *.doc *.docx *.odt *.rtf *.wps)</translation>
  </message>
  <message>
   <source>Reading the form…</source>
   <translation>正在读取空白表…</translation>
  </message>
  <message>
   <source>{count} with a field</source>
   <translation>{count} 个已认出栏目</translation>
  </message>
 </context>
 <context>
  <name>BulkBar</name>
  <message numerus="yes">
   <source>%n case(s) handed to {name}</source>
   <translation>
    <numerusform>%n 个工单已转给 {name}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n case(s) moved to {state}</source>
   <translation>
    <numerusform>%n 个工单已转为“{state}”</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n chosen</source>
   <translation>
    <numerusform>已选 %n 个</numerusform>
   </translation>
  </message>
  <message>
   <source>Choose one only</source>
   <translation>取消多选</translation>
  </message>
  <message>
   <source>Close the cases</source>
   <translation>关闭工单</translation>
  </message>
  <message>
   <source>Hand over</source>
   <translation>转给他人</translation>
  </message>
  <message>
   <source>Hand over…</source>
   <translation>转给…</translation>
  </message>
  <message>
   <source>Move to</source>
   <translation>转为</translation>
  </message>
  <message>
   <source>Who takes these cases?</source>
   <translation>转给谁处理？</translation>
  </message>
  <message>
   <source>Why close them? The reason stands in each case.</source>
   <translation>为什么关闭？理由会写进每个工单。</translation>
  </message>
 </context>
 <context>
  <name>BusyOverlay</name>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Stopping…</source>
   <translation>正在停止…</translation>
  </message>
 </context>
 <context>
  <name>CaseDetail</name>
  <message numerus="yes">
   <source>%n line(s) of the check list are open. Why close the case all the same?</source>
   <translation>
    <numerusform>核对清单还有 %n 项未完成。仍要关闭工单，请写明理由：</numerusform>
   </translation>
  </message>
  <message>
   <source>About</source>
   <translation>概况</translation>
  </message>
  <message>
   <source>Check list</source>
   <translation>核对清单</translation>
  </message>
  <message>
   <source>Choose a case to see its check list and papers.</source>
   <translation>选择一个工单，查看它的核对清单和材料。</translation>
  </message>
  <message>
   <source>Close the case</source>
   <translation>关闭工单</translation>
  </message>
  <message>
   <source>Enclosures</source>
   <translation>附件</translation>
  </message>
  <message>
   <source>History</source>
   <translation>记录</translation>
  </message>
  <message>
   <source>Papers</source>
   <translation>文件</translation>
  </message>
  <message>
   <source>{case}: {state}</source>
   <translation>{case}：{state}</translation>
  </message>
 </context>
 <context>
  <name>CaseDialog</name>
  <message>
   <source>Customer</source>
   <translation>客户</translation>
  </message>
  <message>
   <source>Edit the case {number}</source>
   <translation>修改工单 {number}</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>保存</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>处理人</translation>
  </message>
  <message>
   <source>Subject matter</source>
   <translation>事由</translation>
  </message>
  <message>
   <source>Ticket</source>
   <translation>工单编号</translation>
  </message>
  <message>
   <source>{number} was changed</source>
   <translation>已修改 {number}</translation>
  </message>
 </context>
 <context>
  <name>CaseHead</name>
  <message>
   <source>Closed {when}</source>
   <translation>{when} 已关闭</translation>
  </message>
  <message>
   <source>Everything on the list is done: the case can be closed.</source>
   <translation>清单已全部完成，可以关闭工单。</translation>
  </message>
  <message>
   <source>Make the papers of this case</source>
   <translation>制作本工单的材料</translation>
  </message>
  <message>
   <source>Move to</source>
   <translation>转为</translation>
  </message>
  <message>
   <source>Next: {line}</source>
   <translation>下一步：{line}</translation>
  </message>
  <message>
   <source>Papers…</source>
   <translation>制作材料…</translation>
  </message>
  <message>
   <source>Reply to the customer, with what is missing</source>
   <translation>回复客户，带上还缺的材料</translation>
  </message>
  <message>
   <source>Reply…</source>
   <translation>回复…</translation>
  </message>
  <message>
   <source>State of the case</source>
   <translation>工单状态</translation>
  </message>
 </context>
 <context>
  <name>CaseStrip</name>
  <message>
   <source>It has its case, or needs none yet.</source>
   <translation>已有工单，或尚不需要工单。</translation>
  </message>
  <message>
   <source>Open a case with this reply</source>
   <translation>用这份回复开工单</translation>
  </message>
  <message>
   <source>The text becomes the case's note.</source>
   <translation>回复会记入工单的备注。</translation>
  </message>
 </context>
 <context>
  <name>CaseWizards</name>
  <message>
   <source>New login mailbox of the former platform…</source>
   <translation>原万网备案邮箱初始化…</translation>
  </message>
  <message>
   <source>Offline deregistration…</source>
   <translation>线下注销备案…</translation>
  </message>
  <message>
   <source>Offline transfer to another account…</source>
   <translation>线下转移至另一账号…</translation>
  </message>
  <message>
   <source>PDF files (*.pdf)</source>
   <translation>PDF 文件 (*.pdf)</translation>
  </message>
  <message>
   <source>Save the packet</source>
   <translation>保存整套材料</translation>
  </message>
 </context>
 <context>
  <name>CaseWords</name>
  <message>
   <source>Closed</source>
   <translation>已关闭</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>处理中</translation>
  </message>
  <message>
   <source>Waiting for customer</source>
   <translation>等待客户</translation>
  </message>
  <message>
   <source>Waiting for provider</source>
   <translation>等待接入商</translation>
  </message>
  <message>
   <source>With the administration</source>
   <translation>管局审核中</translation>
  </message>
 </context>
 <context>
  <name>CasesPage</name>
  <message numerus="yes">
   <source>%n case(s)</source>
   <translation>
    <numerusform>%n 个工单</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n new scan(s): open a case to take them in</source>
   <translation>
    <numerusform>有 %n 份新扫描件：先打开一个工单再收进去</numerusform>
   </translation>
  </message>
  <message>
   <source>Begin a case</source>
   <translation>新建工单</translation>
  </message>
  <message>
   <source>Begun</source>
   <translation>开始时间</translation>
  </message>
  <message>
   <source>Case</source>
   <translation>编号</translation>
  </message>
  <message>
   <source>Cases</source>
   <translation>工单</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>客户</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>期限</translation>
  </message>
  <message>
   <source>Filing number</source>
   <translation>备案号</translation>
  </message>
  <message>
   <source>Make papers…</source>
   <translation>制作材料…</translation>
  </message>
  <message>
   <source>New case…</source>
   <translation>新建工单…</translation>
  </message>
  <message>
   <source>No case yet. Begin one for a ticket, or make papers: either way it stands here with its check list.</source>
   <translation>还没有工单。为一张客户工单新建，或直接制作材料；两种办法都会带着核对清单出现在这里。</translation>
  </message>
  <message numerus="yes">
   <source>Old files of %n closed case(s) were purged by rule</source>
   <translation>
    <numerusform>已按规定清除 %n 个已关闭工单的旧附件</numerusform>
   </translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>处理人</translation>
  </message>
  <message>
   <source>Procedure</source>
   <translation>办理事项</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>省份</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>Subject matter</source>
   <translation>事由</translation>
  </message>
  <message>
   <source>Ticket</source>
   <translation>工单编号</translation>
  </message>
  <message>
   <source>{date} (provisional)</source>
   <translation>{date}（暂定）</translation>
  </message>
 </context>
 <context>
  <name>ChangeFace</name>
  <message>
   <source>A domain is no longer used</source>
   <translation>不再使用某个域名</translation>
  </message>
  <message>
   <source>Access was cancelled</source>
   <translation>已取消接入</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>通信地址、证件住所</translation>
  </message>
  <message>
   <source>Another individual</source>
   <translation>转另一个人</translation>
  </message>
  <message>
   <source>Another or one more domain</source>
   <translation>换域名或增加域名</translation>
  </message>
  <message>
   <source>Another person responsible for the subject</source>
   <translation>主体负责人换人</translation>
  </message>
  <message>
   <source>Another person responsible for the website</source>
   <translation>网站负责人换人</translation>
  </message>
  <message>
   <source>Another province</source>
   <translation>备案所在省份</translation>
  </message>
  <message>
   <source>Another unit</source>
   <translation>转另一个单位</translation>
  </message>
  <message>
   <source>Another unit or person as the subject</source>
   <translation>换成另一个主办单位或个人</translation>
  </message>
  <message>
   <source>Certificate type or number</source>
   <translation>证件类型或证件号码</translation>
  </message>
  <message>
   <source>Content, home page, prior approval</source>
   <translation>服务内容、首页地址、前置审批</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>客户</translation>
  </message>
  <message>
   <source>Does the website keep another domain afterwards?</source>
   <translation>变更后这个网站还有别的域名吗？</translation>
  </message>
  <message>
   <source>Filing number</source>
   <translation>备案号</translation>
  </message>
  <message>
   <source>Here, with this provider</source>
   <translation>在本接入服务商</translation>
  </message>
  <message>
   <source>Individual</source>
   <translation>个人</translation>
  </message>
  <message>
   <source>Is an order in progress under this subject?</source>
   <translation>主体下有没有进行中的订单？</translation>
  </message>
  <message>
   <source>Is the new person responsible the legal representative?</source>
   <translation>新负责人是法定代表人吗？</translation>
  </message>
  <message>
   <source>Is the new telephone number of this province?</source>
   <translation>新号码是本省的吗？</translation>
  </message>
  <message>
   <source>Name of the subject</source>
   <translation>主办单位名称（姓名）</translation>
  </message>
  <message>
   <source>Name of the website</source>
   <translation>网站名称</translation>
  </message>
  <message>
   <source>Server address or way of access</source>
   <translation>服务器 IP、接入方式</translation>
  </message>
  <message>
   <source>Subject kind</source>
   <translation>主体性质</translation>
  </message>
  <message>
   <source>Subject name (may be empty)</source>
   <translation>主办单位名称（可不填）</translation>
  </message>
  <message>
   <source>Telephone or mail of the person responsible for the subject</source>
   <translation>主体负责人的电话、邮箱</translation>
  </message>
  <message>
   <source>Telephone or mail of the person responsible for the website</source>
   <translation>网站负责人的电话、邮箱</translation>
  </message>
  <message>
   <source>The filing</source>
   <translation>哪个备案</translation>
  </message>
  <message>
   <source>The first character decides whose rules hold.</source>
   <translation>第一个字决定按哪个省的规则办。</translation>
  </message>
  <message>
   <source>The individual gives way to a unit</source>
   <translation>个人转单位</translation>
  </message>
  <message>
   <source>The plan</source>
   <translation>方案</translation>
  </message>
  <message>
   <source>The unit gives way to an individual</source>
   <translation>单位转个人</translation>
  </message>
  <message>
   <source>Ticket number</source>
   <translation>工单号</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>单位</translation>
  </message>
  <message>
   <source>What decides it</source>
   <translation>决定能不能变更的情况</translation>
  </message>
  <message>
   <source>What is to change</source>
   <translation>要变更什么</translation>
  </message>
  <message>
   <source>Where is the filing's access</source>
   <translation>备案现在接入在哪里</translation>
  </message>
  <message>
   <source>Who is to hold the filing instead</source>
   <translation>主体要换成谁</translation>
  </message>
  <message>
   <source>With another provider</source>
   <translation>在别的接入服务商</translation>
  </message>
 </context>
 <context>
  <name>ChangeTab</name>
  <message>
   <source>&amp;Back</source>
   <translation>上一步(&amp;B)</translation>
  </message>
  <message>
   <source>&amp;Next</source>
   <translation>下一步(&amp;N)</translation>
  </message>
  <message>
   <source>A half-made change was kept: {title}</source>
   <translation>有一个没做完的变更：{title}</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>变更备案</translation>
  </message>
  <message>
   <source>Copied: the reply</source>
   <translation>已复制回复</translation>
  </message>
  <message>
   <source>Copy the reply</source>
   <translation>复制回复</translation>
  </message>
  <message>
   <source>From the records (or type the number below)</source>
   <translation>从记录里选（或在下面填备案号）</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>继续</translation>
  </message>
  <message>
   <source>How long it takes</source>
   <translation>多长时间</translation>
  </message>
  <message>
   <source>In this order</source>
   <translation>办理顺序</translation>
  </message>
  <message>
   <source>Open a case of this plan</source>
   <translation>按方案建工单</translation>
  </message>
  <message>
   <source>Papers</source>
   <translation>材料</translation>
  </message>
  <message>
   <source>Settle first</source>
   <translation>先解决</translation>
  </message>
  <message>
   <source>Start afresh</source>
   <translation>重新开始</translation>
  </message>
  <message>
   <source>The plan</source>
   <translation>方案</translation>
  </message>
  <message>
   <source>The plan grows here as soon as the filing number, the kind of subject and a wish are known.</source>
   <translation>填了备案号、主体性质和要变更的内容，方案就显示在这里。</translation>
  </message>
  <message>
   <source>The plan stands at the right: copy the reply, or open a case with its check list.</source>
   <translation>方案在右边：可以复制回复给客户，或按方案建工单（带清单和期限）。</translation>
  </message>
  <message>
   <source>What not to do</source>
   <translation>不要这样做</translation>
  </message>
  <message>
   <source>What {province} asks</source>
   <translation>{province}的要求</translation>
  </message>
  <message>
   <source>{paper} (where it applies)</source>
   <translation>{paper}（视情况）</translation>
  </message>
 </context>
 <context>
  <name>CheckListPanel</name>
  <message>
   <source>A line of your own</source>
   <translation>自己加一项</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>添加</translation>
  </message>
  <message>
   <source>Done {when} by {who}</source>
   <translation>{who} 于 {when} 完成</translation>
  </message>
  <message>
   <source>More about this line</source>
   <translation>这一项的更多操作</translation>
  </message>
  <message>
   <source>More about {line}</source>
   <translation>更多操作：{line}</translation>
  </message>
  <message>
   <source>Note…</source>
   <translation>备注…</translation>
  </message>
  <message>
   <source>Remove this line</source>
   <translation>移除这一项</translation>
  </message>
  <message>
   <source>Runs out {when}</source>
   <translation>{when} 到时</translation>
  </message>
  <message>
   <source>Show its file</source>
   <translation>查看附件</translation>
  </message>
  <message>
   <source>Start a 24-hour clock</source>
   <translation>开始 24 小时计时</translation>
  </message>
  <message>
   <source>Stop the clock</source>
   <translation>停止计时</translation>
  </message>
  <message>
   <source>Time ran out {when}</source>
   <translation>已于 {when} 超时</translation>
  </message>
  <message>
   <source>where it applies</source>
   <translation>视情况</translation>
  </message>
  <message>
   <source>“{line}” was removed</source>
   <translation>已移除“{line}”</translation>
  </message>
 </context>
 <context>
  <name>CheckPage</name>
  <message>
   <source>Already there ({count})</source>
   <translation>已存在（{count}）</translation>
  </message>
  <message>
   <source>Merge all</source>
   <translation>全部合并</translation>
  </message>
  <message>
   <source>Merging fills in what the file has; an empty cell never erases anything.</source>
   <translation>合并会写入表格里有的内容，空格不会清除已有内容。</translation>
  </message>
  <message>
   <source>Only rows with problems</source>
   <translation>只看有问题的行</translation>
  </message>
  <message>
   <source>Problems ({count})</source>
   <translation>问题（{count}）</translation>
  </message>
  <message>
   <source>Rows ({count})</source>
   <translation>全部行（{count}）</translation>
  </message>
  <message>
   <source>Skip all</source>
   <translation>全部跳过</translation>
  </message>
  <message>
   <source>{count} new sites</source>
   <translation>新增网站 {count} 个</translation>
  </message>
  <message>
   <source>{count} new subjects</source>
   <translation>新增主体 {count} 个</translation>
  </message>
  <message>
   <source>{count} rows</source>
   <translation>共 {count} 行</translation>
  </message>
  <message>
   <source>{count} rows stay outside</source>
   <translation>{count} 行不导入</translation>
  </message>
 </context>
 <context>
  <name>CheckWords</name>
  <message>
   <source>Access filing</source>
   <translation>接入备案</translation>
  </message>
  <message>
   <source>Added site</source>
   <translation>新增网站</translation>
  </message>
  <message>
   <source>Addresses</source>
   <translation>解析地址</translation>
  </message>
  <message>
   <source>Aliases</source>
   <translation>CNAME</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>上次</translation>
  </message>
  <message>
   <source>Cancelling access</source>
   <translation>取消接入</translation>
  </message>
  <message>
   <source>Change of a filing</source>
   <translation>变更备案</translation>
  </message>
  <message>
   <source>Counts until</source>
   <translation>证据有效至</translation>
  </message>
  <message>
   <source>Counts until {day}</source>
   <translation>证据有效至 {day}</translation>
  </message>
  <message>
   <source>Deregistration of a site, online</source>
   <translation>线上注销网站</translation>
  </message>
  <message>
   <source>Deregistration of the subject, online</source>
   <translation>线上注销主体</translation>
  </message>
  <message>
   <source>Expires on</source>
   <translation>到期日</translation>
  </message>
  <message>
   <source>First filing</source>
   <translation>首次备案</translation>
  </message>
  <message>
   <source>Holder</source>
   <translation>持有者</translation>
  </message>
  <message>
   <source>How each rule is looked at, and its exceptions</source>
   <translation>各条怎么查、有哪些例外</translation>
  </message>
  <message>
   <source>In this filing</source>
   <translation>本次备案</translation>
  </message>
  <message>
   <source>It does not resolve to the provider's mainland addresses.</source>
   <translation>没有解析到本接入服务商的大陆节点。</translation>
  </message>
  <message>
   <source>It resolves to the provider's mainland addresses.</source>
   <translation>解析到本接入服务商的大陆节点。</translation>
  </message>
  <message>
   <source>Legal representative</source>
   <translation>法定代表人</translation>
  </message>
  <message>
   <source>Looked at by</source>
   <translation>查询人</translation>
  </message>
  <message>
   <source>Not passed</source>
   <translation>不通过的规则</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>未能确定的规则</translation>
  </message>
  <message>
   <source>Principal or executive</source>
   <translation>主要负责人或高级管理人员</translation>
  </message>
  <message>
   <source>Registered on</source>
   <translation>注册日期</translation>
  </message>
  <message>
   <source>Registrar</source>
   <translation>注册商</translation>
  </message>
  <message>
   <source>Reply to the customer</source>
   <translation>给客户的回复</translation>
  </message>
  <message>
   <source>Resolution</source>
   <translation>解析</translation>
  </message>
  <message>
   <source>Rules</source>
   <translation>核验规则</translation>
  </message>
  <message>
   <source>Seen at</source>
   <translation>查询时间</translation>
  </message>
  <message>
   <source>Shareholder</source>
   <translation>股东</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>网站</translation>
  </message>
  <message>
   <source>Somebody else</source>
   <translation>其他人</translation>
  </message>
  <message>
   <source>Status: {words}</source>
   <translation>域名状态：{words}</translation>
  </message>
  <message>
   <source>Still to fill: {gaps}</source>
   <translation>待填：{gaps}</translation>
  </message>
  <message>
   <source>The domain has lapsed.</source>
   <translation>域名已失效。</translation>
  </message>
  <message>
   <source>The domain has not lapsed.</source>
   <translation>域名没有失效。</translation>
  </message>
  <message>
   <source>The platform then says: {text}</source>
   <translation>系统提示：{text}</translation>
  </message>
  <message>
   <source>The two conditions</source>
   <translation>两项条件</translation>
  </message>
  <message>
   <source>The unit itself</source>
   <translation>单位本身</translation>
  </message>
  <message>
   <source>Validity</source>
   <translation>域名有效</translation>
  </message>
  <message>
   <source>What each resolver says</source>
   <translation>各解析服务器的答复</translation>
  </message>
  <message>
   <source>What follows otherwise</source>
   <translation>不处理的后果</translation>
  </message>
  <message>
   <source>What the registries say</source>
   <translation>注册局的答复</translation>
  </message>
  <message>
   <source>What to do</source>
   <translation>怎样处理</translation>
  </message>
  <message>
   <source>Whether it has lapsed was not looked at, or could not be established.</source>
   <translation>域名是否失效没有查，或查不出来。</translation>
  </message>
  <message>
   <source>agent</source>
   <translation>人工查看</translation>
  </message>
  <message>
   <source>aliases in a circle</source>
   <translation>别名循环</translation>
  </message>
  <message>
   <source>another provider's rule</source>
   <translation>其他接入服务商的规定</translation>
  </message>
  <message>
   <source>answered</source>
   <translation>有结果</translation>
  </message>
  <message>
   <source>blocked</source>
   <translation>被拦截</translation>
  </message>
  <message>
   <source>could not be established</source>
   <translation>未能确定</translation>
  </message>
  <message>
   <source>could not be reached</source>
   <translation>连不上</translation>
  </message>
  <message>
   <source>cut off</source>
   <translation>答复被截断</translation>
  </message>
  <message>
   <source>does not serve the zone</source>
   <translation>不负责该域名</translation>
  </message>
  <message>
   <source>error</source>
   <translation>出错</translation>
  </message>
  <message>
   <source>newest source</source>
   <translation>最新来源</translation>
  </message>
  <message>
   <source>no</source>
   <translation>否</translation>
  </message>
  <message>
   <source>no answer in time</source>
   <translation>超时无答复</translation>
  </message>
  <message>
   <source>no such name</source>
   <translation>域名不存在</translation>
  </message>
  <message>
   <source>no such record</source>
   <translation>没有这种记录</translation>
  </message>
  <message>
   <source>not on the list</source>
   <translation>不在清单内</translation>
  </message>
  <message>
   <source>not registered</source>
   <translation>没有注册</translation>
  </message>
  <message>
   <source>not said</source>
   <translation>没有写明</translation>
  </message>
  <message>
   <source>open question</source>
   <translation>尚无定论</translation>
  </message>
  <message>
   <source>overseas</source>
   <translation>境外</translation>
  </message>
  <message>
   <source>provider, Hong Kong</source>
   <translation>本接入服务商，中国香港</translation>
  </message>
  <message>
   <source>provider, mainland</source>
   <translation>本接入服务商，大陆</translation>
  </message>
  <message>
   <source>reference list</source>
   <translation>参考名单</translation>
  </message>
  <message>
   <source>refused</source>
   <translation>被拒绝</translation>
  </message>
  <message>
   <source>registered</source>
   <translation>已注册</translation>
  </message>
  <message>
   <source>sources disagree</source>
   <translation>来源说法不一</translation>
  </message>
  <message>
   <source>superseded by a newer source</source>
   <translation>已有更新的规定</translation>
  </message>
  <message>
   <source>the resolver failed</source>
   <translation>解析服务器出错</translation>
  </message>
  <message>
   <source>too many aliases</source>
   <translation>别名过多</translation>
  </message>
  <message>
   <source>unreadable answer</source>
   <translation>答复读不懂</translation>
  </message>
  <message>
   <source>with the zone's own word</source>
   <translation>附权威凭据</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>是</translation>
  </message>
  <message>
   <source>{ms} ms</source>
   <translation>{ms} 毫秒</translation>
  </message>
 </context>
 <context>
  <name>ChecksPage</name>
  <message>
   <source>Checks</source>
   <translation>核查</translation>
  </message>
  <message>
   <source>Domain verification</source>
   <translation>域名核验</translation>
  </message>
  <message>
   <source>Hollow sites</source>
   <translation>空壳网站</translation>
  </message>
  <message>
   <source>Hollow subjects</source>
   <translation>空壳主体</translation>
  </message>
  <message>
   <source>Reference lists</source>
   <translation>参考名单</translation>
  </message>
 </context>
 <context>
  <name>ConflictPanel</name>
  <message>
   <source>(not touched)</source>
   <translation>（未改）</translation>
  </message>
  <message>
   <source>Load what is saved</source>
   <translation>载入已保存的</translation>
  </message>
  <message>
   <source>Save mine</source>
   <translation>保存我的</translation>
  </message>
  <message>
   <source>Saved now</source>
   <translation>现已保存</translation>
  </message>
  <message>
   <source>This record was changed elsewhere while you were editing</source>
   <translation>您编辑期间，这条记录已在别处改动</translation>
  </message>
  <message>
   <source>What you typed in these fields is dropped</source>
   <translation>您在这些栏里填写的内容将被放弃</translation>
  </message>
  <message>
   <source>Your fields are saved; fields you did not touch keep the other change</source>
   <translation>保存您改过的栏；您没改的栏保留别处的改动</translation>
  </message>
  <message>
   <source>Yours</source>
   <translation>您的</translation>
  </message>
 </context>
 <context>
  <name>CopyFormDialog</name>
  <message>
   <source>Copy the built-in form</source>
   <translation>复制内置表格</translation>
  </message>
 </context>
 <context>
  <name>CornerCanvas</name>
  <message>
   <source>Corner at the bottom left</source>
   <translation>左下角</translation>
  </message>
  <message>
   <source>Corner at the bottom right</source>
   <translation>右下角</translation>
  </message>
  <message>
   <source>Corner at the top left</source>
   <translation>左上角</translation>
  </message>
  <message>
   <source>Corner at the top right</source>
   <translation>右上角</translation>
  </message>
 </context>
 <context>
  <name>CrashDialog</name>
  <message>
   <source>Copy the report</source>
   <translation>复制报告</translation>
  </message>
  <message>
   <source>Report of a fault</source>
   <translation>故障报告</translation>
  </message>
  <message>
   <source>Something went wrong in the program</source>
   <translation>程序出了问题</translation>
  </message>
  <message>
   <source>Your saved records are safe; go on working, or start the program anew. Nothing was sent. The report holds no personal numbers: read it, and hand it to whoever looks after the program.</source>
   <translation>已保存的记录没有受影响，可以继续使用，也可以重新启动程序。没有发送任何内容。报告中不含个人证件号码，可先看一遍，再交给维护人员。</translation>
  </message>
 </context>
 <context>
  <name>DeregistrationFace</name>
  <message>
   <source>Offline deregistration</source>
   <translation>线下注销备案</translation>
  </message>
  <message>
   <source>The form appears here as soon as the filing number tells the province.</source>
   <translation>填好备案号、知道是哪个省之后，这里显示将要打印的表格。</translation>
  </message>
 </context>
 <context>
  <name>DeskCard</name>
  <message numerus="yes">
   <source>%n day(s) after closing</source>
   <translation>
    <numerusform>关闭工单 %n 天后</numerusform>
   </translation>
  </message>
  <message>
   <source>Access provider</source>
   <translation>接入服务商</translation>
  </message>
  <message>
   <source>As the packet words it: purpose, number and day</source>
   <translation>按材料自动写：用途、备案号、日期</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>选择…</translation>
  </message>
  <message>
   <source>Full name, for letters and replies; letters else begin with {name}</source>
   <translation>全称，用于授权书和回复；不填时授权书写“{name}”</translation>
  </message>
  <message>
   <source>Mark copies of identity papers with their purpose</source>
   <translation>在身份证件复印件上加用途水印</translation>
  </message>
  <message>
   <source>Never</source>
   <translation>不清除</translation>
  </message>
  <message>
   <source>None</source>
   <translation>不用</translation>
  </message>
  <message>
   <source>None: new scans are not taken in by themselves</source>
   <translation>未设置：新扫描件不会自动收进来</translation>
  </message>
  <message>
   <source>Purge enclosures</source>
   <translation>清除附件</translation>
  </message>
  <message>
   <source>Replies</source>
   <translation>回复模板</translation>
  </message>
  <message>
   <source>Scan folder</source>
   <translation>扫描文件夹</translation>
  </message>
  <message>
   <source>Signature in replies</source>
   <translation>回复署名</translation>
  </message>
  <message>
   <source>The owner of the case</source>
   <translation>工单的处理人</translation>
  </message>
  <message>
   <source>Watermark position</source>
   <translation>水印位置</translation>
  </message>
  <message>
   <source>Watermark strength</source>
   <translation>水印深浅</translation>
  </message>
  <message>
   <source>Watermark text</source>
   <translation>水印文字</translation>
  </message>
  <message>
   <source>Where to ask</source>
   <translation>咨询渠道</translation>
  </message>
  <message>
   <source>Words of replies…</source>
   <translation>查看和修改回复模板…</translation>
  </message>
 </context>
 <context>
  <name>DeskView</name>
  <message>
   <source>Keyboard overview (F1)</source>
   <translation>快捷键一览（F1）</translation>
  </message>
  <message>
   <source>Lock (Ctrl+L)</source>
   <translation>锁定（Ctrl+L）</translation>
  </message>
  <message>
   <source>Store: {name}</source>
   <translation>数据文件：{name}</translation>
  </message>
  <message>
   <source>{subjects} subjects · {sites} sites</source>
   <translation>{subjects} 个主体 · {sites} 个网站</translation>
  </message>
 </context>
 <context>
  <name>DetailsForm</name>
  <message>
   <source>Address of the page, or who sent it</source>
   <translation>网页地址，或由谁提供</translation>
  </message>
  <message>
   <source>As printed at the head of the form</source>
   <translation>与表头所印一致</translation>
  </message>
  <message>
   <source>Choose the province.</source>
   <translation>请选择省份。</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>请选择…</translation>
  </message>
  <message>
   <source>Edition</source>
   <translation>版本</translation>
  </message>
  <message>
   <source>Issued on</source>
   <translation>发布日期</translation>
  </message>
  <message>
   <source>Known</source>
   <translation>已知</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>材料</translation>
  </message>
  <message>
   <source>Printed papers name the blank by this; it stays.</source>
   <translation>已打印的材料以此指明所用的表，不能更改。</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>省份</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>标题</translation>
  </message>
  <message>
   <source>What colleagues should know about this blank</source>
   <translation>同事使用这张表时需要知道的事</translation>
  </message>
 </context>
 <context>
  <name>DocumentDialog</name>
  <message>
   <source>A fresh print takes the same values, dates included; this one stays as it is.</source>
   <translation>重新制作沿用原来填写的内容（包括日期），原件保留不变。</translation>
  </message>
  <message>
   <source>Make it anew</source>
   <translation>用现行版本重新制作</translation>
  </message>
  <message>
   <source>Saved: {path}</source>
   <translation>已保存：{path}</translation>
  </message>
  <message>
   <source>{title} was made with edition {old}; edition {new} is in force now.</source>
   <translation>“{title}”是用 {old} 版制作的，现行版本是 {new}。</translation>
  </message>
 </context>
 <context>
  <name>DomainFactsForm</name>
  <message>
   <source>Expires on</source>
   <translation>到期日</translation>
  </message>
  <message>
   <source>Filed successfully on</source>
   <translation>原备案成功日期</translation>
  </message>
  <message>
   <source>Holder</source>
   <translation>持有者</translation>
  </message>
  <message>
   <source>Holder's certificate</source>
   <translation>持有者证件类型</translation>
  </message>
  <message>
   <source>Holder's number</source>
   <translation>持有者证件号码</translation>
  </message>
  <message>
   <source>New with this filing</source>
   <translation>本次新增的域名</translation>
  </message>
  <message>
   <source>No</source>
   <translation>否</translation>
  </message>
  <message>
   <source>Not said</source>
   <translation>没有说明</translation>
  </message>
  <message>
   <source>Not seen</source>
   <translation>没有见到</translation>
  </message>
  <message>
   <source>Papers for that seen</source>
   <translation>已见证明材料</translation>
  </message>
  <message>
   <source>Real name verified</source>
   <translation>已实名认证</translation>
  </message>
  <message>
   <source>Real name verified on</source>
   <translation>实名认证日期</translation>
  </message>
  <message>
   <source>Registrar</source>
   <translation>注册商</translation>
  </message>
  <message>
   <source>Registrar approved</source>
   <translation>注册商已获批复</translation>
  </message>
  <message>
   <source>Registrar's console, certificate, ministry's page…</source>
   <translation>注册商控制台、域名证书、部网站…</translation>
  </message>
  <message>
   <source>Seen on</source>
   <translation>查看日期</translation>
  </message>
  <message>
   <source>Seen where</source>
   <translation>在哪里看到</translation>
  </message>
  <message>
   <source>Suffix approved</source>
   <translation>后缀已获批复</translation>
  </message>
  <message>
   <source>The holder is</source>
   <translation>持有者是单位的</translation>
  </message>
  <message>
   <source>The holder is the subject itself</source>
   <translation>持有者就是备案主体</translation>
  </message>
  <message>
   <source>Year-month-day, such as 2027-05-01</source>
   <translation>年-月-日，例如 2027-05-01</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>是</translation>
  </message>
 </context>
 <context>
  <name>DomainForm</name>
  <message numerus="yes">
   <source>%n domain(s)</source>
   <translation>
    <numerusform>%n 个域名</numerusform>
   </translation>
  </message>
  <message>
   <source>Add</source>
   <translation>添加</translation>
  </message>
  <message>
   <source>Add a domain first</source>
   <translation>请先添加域名</translation>
  </message>
  <message>
   <source>Add a domain, and note here what you saw of it: holder, real name, expiry, registrar.</source>
   <translation>先添加域名，再在这里填写所见的信息：持有者、实名认证、到期日、注册商等。</translation>
  </message>
  <message>
   <source>Also ask the registries (RDAP, WHOIS)</source>
   <translation>同时查询注册局（RDAP、WHOIS）</translation>
  </message>
  <message>
   <source>Approved registrars</source>
   <translation>已获批复的注册商</translation>
  </message>
  <message>
   <source>Domains</source>
   <translation>域名</translation>
  </message>
  <message>
   <source>Domains of this subject</source>
   <translation>该主体的域名</translation>
  </message>
  <message>
   <source>Domains to verify</source>
   <translation>要核验的域名</translation>
  </message>
  <message>
   <source>Domains; Enter adds them</source>
   <translation>域名，可填多个，按回车添加</translation>
  </message>
  <message>
   <source>Excel, CSV or text; columns such as holder, registrar and expiry are taken along</source>
   <translation>Excel、CSV 或文本；持有者、注册商、到期日等列一并读入</translation>
  </message>
  <message>
   <source>Filing</source>
   <translation>备案</translation>
  </message>
  <message>
   <source>From a file…</source>
   <translation>从文件…</translation>
  </message>
  <message>
   <source>Line {line}: {problem}</source>
   <translation>第 {line} 行：{problem}</translation>
  </message>
  <message>
   <source>Not read:</source>
   <translation>没有读入：</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>移除</translation>
  </message>
  <message>
   <source>Tables and lists (*.xlsx *.csv *.txt *.xls *.ods)</source>
   <translation>表格和清单 (*.xlsx *.csv *.txt *.xls *.ods)</translation>
  </message>
  <message>
   <source>The store knows no domain of this subject.</source>
   <translation>库里没有这个主体的域名。</translation>
  </message>
  <message>
   <source>Verify</source>
   <translation>开始核验</translation>
  </message>
  <message>
   <source>Verify (Ctrl+Enter)</source>
   <translation>开始核验（Ctrl+Enter）</translation>
  </message>
  <message>
   <source>What is empty counts as not seen. The network is asked only now, and only if that is ticked.</source>
   <translation>没填的按没有见到处理。只有按下按钮并勾选了查询，才会联网。</translation>
  </message>
  <message>
   <source>What you saw of the domain</source>
   <translation>已见到的域名信息</translation>
  </message>
  <message>
   <source>Write the day as 2027-05-01</source>
   <translation>日期应写成 2027-05-01</translation>
  </message>
  <message>
   <source>and {count} more</source>
   <translation>另有 {count} 处</translation>
  </message>
 </context>
 <context>
  <name>DomainTab</name>
  <message>
   <source>A verification is being filled in</source>
   <translation>有一次核验正在填写</translation>
  </message>
  <message>
   <source>All</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>Begin anew</source>
   <translation>重新开始</translation>
  </message>
  <message>
   <source>Changed</source>
   <translation>有变化</translation>
  </message>
  <message>
   <source>Domain verification {day}.xlsx</source>
   <translation>域名核验 {day}.xlsx</translation>
  </message>
  <message>
   <source>Its domains and what was filled in of them make way for those of the chosen sites.</source>
   <translation>已填的域名及其信息将被所选网站的域名取代。</translation>
  </message>
  <message numerus="yes">
   <source>Taken: {subject}. %n site(s) of other subjects are left: one verification is of one subject.</source>
   <translation>
    <numerusform>已选取：{subject}。另有 %n 个网站属于其他主体，没有选取：一次核验只针对一个主体。</numerusform>
   </translation>
  </message>
  <message>
   <source>The chosen sites have no domain to verify.</source>
   <translation>所选网站没有可核验的域名。</translation>
  </message>
  <message>
   <source>no list of registrars</source>
   <translation>没有注册商名单</translation>
  </message>
  <message>
   <source>registrars by the list of {day} ({source})</source>
   <translation>注册商按 {day} 的名单（{source}）</translation>
  </message>
  <message>
   <source>registries asked</source>
   <translation>已查询注册局</translation>
  </message>
  <message>
   <source>registries not asked</source>
   <translation>没有查询注册局</translation>
  </message>
 </context>
 <context>
  <name>DonePage</name>
  <message numerus="yes">
   <source>Case {number} was opened and its packet of %n page(s) is ready.</source>
   <translation>
    <numerusform>已建立案件 {number}，材料共 %n 页。</numerusform>
   </translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation>打开文件夹</translation>
  </message>
  <message>
   <source>Open the case</source>
   <translation>打开案件</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>打印…</translation>
  </message>
  <message>
   <source>Save as PDF…</source>
   <translation>另存为 PDF…</translation>
  </message>
 </context>
 <context>
  <name>DraftStrip</name>
  <message>
   <source>Discard</source>
   <translation>放弃</translation>
  </message>
  <message>
   <source>Discard half-done work</source>
   <translation>放弃未完成的办理</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>继续办理</translation>
  </message>
  <message>
   <source>Half done: {kind} {title} · {when}</source>
   <translation>未完成：{kind} {title} · {when}</translation>
  </message>
  <message>
   <source>Letter of no case: {title} · {when}</source>
   <translation>未归入工单的文书：{title} · {when}</translation>
  </message>
  <message>
   <source>What was typed in it is lost. Discard it?</source>
   <translation>其中已填的内容将丢失。确定放弃吗？</translation>
  </message>
  <message>
   <source>letter</source>
   <translation>授权书或说明</translation>
  </message>
  <message>
   <source>mailbox reset</source>
   <translation>邮箱初始化</translation>
  </message>
  <message>
   <source>offline deregistration</source>
   <translation>线下注销</translation>
  </message>
  <message>
   <source>offline transfer</source>
   <translation>线下转移</translation>
  </message>
  <message>
   <source>without a number yet</source>
   <translation>（未填备案号）</translation>
  </message>
 </context>
 <context>
  <name>DuePanel</name>
  <message numerus="yes">
   <source>%n day(s) overdue</source>
   <translation>
    <numerusform>已逾期 %n 天</numerusform>
   </translation>
  </message>
  <message>
   <source>By the rule of the procedure and the province</source>
   <translation>按办理事项和省份的规定</translation>
  </message>
  <message>
   <source>Deadline</source>
   <translation>期限</translation>
  </message>
  <message>
   <source>Due today</source>
   <translation>今天到期</translation>
  </message>
  <message>
   <source>Every day counted</source>
   <translation>逐日算法</translation>
  </message>
  <message numerus="yes">
   <source>In %n day(s)</source>
   <translation>
    <numerusform>还有 %n 天</numerusform>
   </translation>
  </message>
  <message>
   <source>Less</source>
   <translation>收起</translation>
  </message>
  <message>
   <source>Move the day…</source>
   <translation>改期…</translation>
  </message>
  <message>
   <source>No deadline</source>
   <translation>没有期限</translation>
  </message>
  <message>
   <source>Provisional</source>
   <translation>暂定</translation>
  </message>
  <message>
   <source>Reckon from today</source>
   <translation>从今天重算</translation>
  </message>
  <message>
   <source>The deadline was moved</source>
   <translation>期限已改</translation>
  </message>
  <message>
   <source>The deadline was reckoned anew</source>
   <translation>期限已重新计算</translation>
  </message>
 </context>
 <context>
  <name>DuplicatesModel</name>
  <message>
   <source>Already there</source>
   <translation>已存在</translation>
  </message>
  <message>
   <source>Do</source>
   <translation>处理</translation>
  </message>
  <message>
   <source>In the store, same {field}</source>
   <translation>库中已有，{field}相同</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>行</translation>
  </message>
  <message>
   <source>Line {line}, same {field}</source>
   <translation>与第 {line} 行{field}相同</translation>
  </message>
  <message>
   <source>Make a new one</source>
   <translation>另建一条</translation>
  </message>
  <message>
   <source>Merge</source>
   <translation>合并</translation>
  </message>
  <message>
   <source>Nothing</source>
   <translation>无变化</translation>
  </message>
  <message>
   <source>Record</source>
   <translation>记录</translation>
  </message>
  <message>
   <source>Skip</source>
   <translation>跳过</translation>
  </message>
  <message>
   <source>What merging changes</source>
   <translation>合并后的变化</translation>
  </message>
  <message>
   <source>{field}: {old} → {new}</source>
   <translation>{field}：{old} → {new}</translation>
  </message>
 </context>
 <context>
  <name>EditDetailsDialog</name>
  <message>
   <source>Details of the blank</source>
   <translation>空白表的资料</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>保存</translation>
  </message>
 </context>
 <context>
  <name>EditorBar</name>
  <message>
   <source>Align and distribute</source>
   <translation>对齐与分布</translation>
  </message>
  <message>
   <source>All as large as the first</source>
   <translation>与第一个框一样大</translation>
  </message>
  <message>
   <source>Arrange</source>
   <translation>排列</translation>
  </message>
  <message>
   <source>Box in the next empty cell (Insert)</source>
   <translation>在下一个空格加框 (Insert)</translation>
  </message>
  <message>
   <source>Copy the chosen boxes (Ctrl+D)</source>
   <translation>复制选中的框 (Ctrl+D)</translation>
  </message>
  <message>
   <source>Delete (Del)</source>
   <translation>删除 (Del)</translation>
  </message>
  <message>
   <source>Equal gaps across</source>
   <translation>横向等距</translation>
  </message>
  <message>
   <source>Equal gaps downwards</source>
   <translation>纵向等距</translation>
  </message>
  <message>
   <source>Fill the cell</source>
   <translation>填满所在的格</translation>
  </message>
  <message>
   <source>Filled</source>
   <translation>填充</translation>
  </message>
  <message>
   <source>Guess all boxes again</source>
   <translation>重新推测全部栏位</translation>
  </message>
  <message>
   <source>Larger (Ctrl++)</source>
   <translation>放大 (Ctrl++)</translation>
  </message>
  <message>
   <source>Left sides in one line</source>
   <translation>左对齐</translation>
  </message>
  <message>
   <source>Lower sides in one line</source>
   <translation>下对齐</translation>
  </message>
  <message>
   <source>Middles in one lying line</source>
   <translation>垂直居中对齐</translation>
  </message>
  <message>
   <source>Middles in one upright line</source>
   <translation>水平居中对齐</translation>
  </message>
  <message>
   <source>Page</source>
   <translation>页</translation>
  </message>
  <message>
   <source>Page width (Ctrl+9)</source>
   <translation>适合页宽 (Ctrl+9)</translation>
  </message>
  <message>
   <source>Page {number} of {pages}</source>
   <translation>第 {number} 页，共 {pages} 页</translation>
  </message>
  <message>
   <source>Redo (Ctrl+Y)</source>
   <translation>重做 (Ctrl+Y)</translation>
  </message>
  <message>
   <source>Right sides in one line</source>
   <translation>右对齐</translation>
  </message>
  <message>
   <source>Show the page filled in (Ctrl+T)</source>
   <translation>显示填好的页面 (Ctrl+T)</translation>
  </message>
  <message>
   <source>Smaller (Ctrl+-)</source>
   <translation>缩小 (Ctrl+-)</translation>
  </message>
  <message>
   <source>Test values</source>
   <translation>测试内容</translation>
  </message>
  <message>
   <source>Undo (Ctrl+Z)</source>
   <translation>撤销 (Ctrl+Z)</translation>
  </message>
  <message>
   <source>Upper sides in one line</source>
   <translation>上对齐</translation>
  </message>
  <message>
   <source>Width</source>
   <translation>页宽</translation>
  </message>
 </context>
 <context>
  <name>EditorWindow</name>
  <message>
   <source>Box</source>
   <translation>栏位</translation>
  </message>
  <message>
   <source>Boxes</source>
   <translation>栏位列表</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>放弃修改</translation>
  </message>
  <message>
   <source>Every box has its field.</source>
   <translation>每个框都有栏目。</translation>
  </message>
  <message>
   <source>Filter boxes</source>
   <translation>筛选栏位</translation>
  </message>
  <message>
   <source>Mapping saved</source>
   <translation>栏位设置已保存</translation>
  </message>
  <message>
   <source>Page of the blank</source>
   <translation>空白表页面</translation>
  </message>
  <message>
   <source>Reading the form…</source>
   <translation>正在读取空白表…</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>保存</translation>
  </message>
  <message>
   <source>Test fill</source>
   <translation>试填</translation>
  </message>
  <message>
   <source>The changes to the boxes are not saved.</source>
   <translation>对栏位的修改还没有保存。</translation>
  </message>
  <message>
   <source>The mapping is not ready</source>
   <translation>栏位设置还不能使用</translation>
  </message>
  <message>
   <source>Use for {province}</source>
   <translation>用于{province}</translation>
  </message>
  <message>
   <source>edition {edition}</source>
   <translation>版本 {edition}</translation>
  </message>
  <message>
   <source>{province} now prints on this blank</source>
   <translation>{province}今后印在这张空白表上</translation>
  </message>
 </context>
 <context>
  <name>EnclosuresPage</name>
  <message>
   <source>Other papers</source>
   <translation>其他材料</translation>
  </message>
 </context>
 <context>
  <name>EventWords</name>
  <message>
   <source>Case begun</source>
   <translation>工单开始</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>关闭工单</translation>
  </message>
  <message>
   <source>Taken back or done again</source>
   <translation>撤销或重做</translation>
  </message>
  <message>
   <source>Taken back or done again: {what}</source>
   <translation>撤销或重做：{what}</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>有修改</translation>
  </message>
  <message>
   <source>changed: {fields}</source>
   <translation>修改：{fields}</translation>
  </message>
  <message>
   <source>clock of {hours} hours started</source>
   <translation>开始 {hours} 小时计时</translation>
  </message>
  <message>
   <source>clock stopped</source>
   <translation>停止计时</translation>
  </message>
  <message>
   <source>deadline moved from {before} to {after}</source>
   <translation>期限由 {before} 改到 {after}</translation>
  </message>
  <message>
   <source>deadline set to {after}</source>
   <translation>截止日期定为 {after}</translation>
  </message>
  <message>
   <source>done</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>kind changed</source>
   <translation>改了类型</translation>
  </message>
  <message>
   <source>line added</source>
   <translation>新加一项</translation>
  </message>
  <message>
   <source>looked at</source>
   <translation>查看</translation>
  </message>
  <message>
   <source>made</source>
   <translation>制作</translation>
  </message>
  <message>
   <source>made anew with {count} newer enclosure(s)</source>
   <translation>补入 {count} 份新附件后重新制作</translation>
  </message>
  <message>
   <source>mark of sending taken away</source>
   <translation>取消已寄出</translation>
  </message>
  <message>
   <source>open again</source>
   <translation>改回未完成</translation>
  </message>
  <message>
   <source>opened or printed</source>
   <translation>打开或打印</translation>
  </message>
  <message>
   <source>removed</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>sent on {day}</source>
   <translation>{day} 寄出</translation>
  </message>
  <message>
   <source>taken in</source>
   <translation>收到</translation>
  </message>
  <message>
   <source>{before} → {after}</source>
   <translation>{before} → {after}</translation>
  </message>
  <message>
   <source>{count} file(s) purged, {days} days after closing</source>
   <translation>关闭 {days} 天后清除 {count} 个文件</translation>
  </message>
  <message>
   <source>{title}: {what}</source>
   <translation>{title}：{what}</translation>
  </message>
  <message>
   <source>“{line}” is there again</source>
   <translation>“{line}”已恢复</translation>
  </message>
  <message>
   <source>“{line}” removed</source>
   <translation>移除“{line}”</translation>
  </message>
  <message>
   <source>“{line}” was taken back</source>
   <translation>“{line}”已撤销</translation>
  </message>
 </context>
 <context>
  <name>EvidencePane</name>
  <message>
   <source>Choose a domain to see what was found</source>
   <translation>选择一个域名，查看结果和证据</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>复制</translation>
  </message>
  <message>
   <source>Copy the finding with its evidence as text</source>
   <translation>把结果和证据复制成文字</translation>
  </message>
  <message>
   <source>Open a case</source>
   <translation>开工单</translation>
  </message>
  <message>
   <source>Reply…</source>
   <translation>回复…</translation>
  </message>
  <message>
   <source>Show the case</source>
   <translation>查看工单</translation>
  </message>
  <message>
   <source>Show the site that this domain belongs to</source>
   <translation>查看这个域名所属的网站</translation>
  </message>
  <message>
   <source>Show the subject</source>
   <translation>查看主体</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>网站</translation>
  </message>
  <message>
   <source>Subject</source>
   <translation>主体</translation>
  </message>
  <message>
   <source>What to write to the customer, filled from this finding</source>
   <translation>给客户的回复，已按本结果填好</translation>
  </message>
 </context>
 <context>
  <name>ExportDialog</name>
  <message>
   <source>All columns, ready to be imported again</source>
   <translation>全部列（可再次导入）</translation>
  </message>
  <message>
   <source>All {count} rows of the table</source>
   <translation>表中全部 {count} 行</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>列</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>导出</translation>
  </message>
  <message>
   <source>Personal data</source>
   <translation>个人信息</translation>
  </message>
  <message>
   <source>Rows</source>
   <translation>行</translation>
  </message>
  <message>
   <source>Save as…</source>
   <translation>另存为…</translation>
  </message>
  <message>
   <source>Tables ({patterns})</source>
   <translation>表格 ({patterns})</translation>
  </message>
  <message>
   <source>The columns shown</source>
   <translation>当前显示的列</translation>
  </message>
  <message>
   <source>The file will hold personal data in the clear. The history will say that you exported it.</source>
   <translation>文件中将含有完整的个人信息，历史记录会记下这次导出。</translation>
  </message>
  <message>
   <source>The {count} selected rows</source>
   <translation>选中的 {count} 行</translation>
  </message>
  <message>
   <source>Whole numbers, phones and e-mails</source>
   <translation>完整的证件号码、电话和邮箱</translation>
  </message>
  <message>
   <source>Writing {name}…</source>
   <translation>正在写入 {name}…</translation>
  </message>
 </context>
 <context>
  <name>FactList</name>
  <message>
   <source>A provider's documentation</source>
   <translation>接入商文档</translation>
  </message>
  <message>
   <source>Doubtful: never printed</source>
   <translation>存疑：不打印</translation>
  </message>
  <message>
   <source>Official</source>
   <translation>官方</translation>
  </message>
  <message>
   <source>Origin unclear</source>
   <translation>来源不明</translation>
  </message>
  <message>
   <source>Our own conclusion</source>
   <translation>推断</translation>
  </message>
  <message>
   <source>Stops</source>
   <translation>不受理</translation>
  </message>
  <message>
   <source>Take note</source>
   <translation>注意</translation>
  </message>
  <message>
   <source>Third party</source>
   <translation>第三方</translation>
  </message>
 </context>
 <context>
  <name>FailureForm</name>
  <message>
   <source>Open the data folder</source>
   <translation>打开数据文件夹</translation>
  </message>
  <message>
   <source>Restore a backup…</source>
   <translation>从备份恢复…</translation>
  </message>
  <message>
   <source>The records cannot be opened</source>
   <translation>数据无法打开</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>重试</translation>
  </message>
  <message>
   <source>Use the recovery code</source>
   <translation>使用恢复码</translation>
  </message>
 </context>
 <context>
  <name>FieldChooser</name>
  <message>
   <source>Field</source>
   <translation>栏目</translation>
  </message>
  <message>
   <source>No field</source>
   <translation>未选栏目</translation>
  </message>
  <message>
   <source>Search fields</source>
   <translation>查找栏目</translation>
  </message>
 </context>
 <context>
  <name>FilePage</name>
  <message>
   <source>Choose a file…</source>
   <translation>选择文件…</translation>
  </message>
  <message>
   <source>Choose another file…</source>
   <translation>换一个文件…</translation>
  </message>
  <message>
   <source>Drop a table of filings here</source>
   <translation>把备案表格拖到这里</translation>
  </message>
  <message>
   <source>Sheet</source>
   <translation>工作表</translation>
  </message>
  <message>
   <source>xlsx, xls, ods or csv; Chinese or English headers</source>
   <translation>xlsx、xls、ods 或 csv，表头中英文均可</translation>
  </message>
  <message>
   <source>{count} hidden lines are read like the others.</source>
   <translation>有 {count} 行被隐藏，也会一并读取。</translation>
  </message>
  <message>
   <source>{count} lines</source>
   <translation>{count} 行</translation>
  </message>
  <message>
   <source>{name} (hidden)</source>
   <translation>{name}（隐藏）</translation>
  </message>
 </context>
 <context>
  <name>FilingForm</name>
  <message>
   <source>Certificate</source>
   <translation>证件类型</translation>
  </message>
  <message>
   <source>Kind of filing</source>
   <translation>备案类型</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>Not said</source>
   <translation>没有说明</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>证件号码</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>省份</translation>
  </message>
  <message>
   <source>Subject from the store, or fill in below</source>
   <translation>从已有主体中选取，或在下面填写</translation>
  </message>
  <message>
   <source>Subject is</source>
   <translation>主体性质</translation>
  </message>
 </context>
 <context>
  <name>FilterBar</name>
  <message>
   <source>All kinds</source>
   <translation>全部类型</translation>
  </message>
  <message>
   <source>All provinces</source>
   <translation>全部省份</translation>
  </message>
  <message>
   <source>All states</source>
   <translation>全部状态</translation>
  </message>
  <message>
   <source>Clear filters</source>
   <translation>清除筛选</translation>
  </message>
  <message>
   <source>Filter</source>
   <translation>筛选</translation>
  </message>
  <message>
   <source>Filter by any part of a name, number or domain</source>
   <translation>按名称、号码或域名的任意部分筛选</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>类型</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>省份</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
 </context>
 <context>
  <name>FlowWizard</name>
  <message>
   <source>&amp;Finish</source>
   <translation>完成(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;Next</source>
   <translation>下一步(&amp;N)</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>Draft saved</source>
   <translation>草稿已保存</translation>
  </message>
  <message>
   <source>Making the packet…</source>
   <translation>正在生成材料…</translation>
  </message>
  <message>
   <source>Print it, sign and seal where the cover says, and hand it in.</source>
   <translation>打印后按清单签字盖章，再递交。</translation>
  </message>
  <message>
   <source>Saved: {path}</source>
   <translation>已保存：{path}</translation>
  </message>
  <message>
   <source>The draft could not be saved: {why}</source>
   <translation>草稿没有存上：{why}</translation>
  </message>
 </context>
 <context>
  <name>FormsPage</name>
  <message>
   <source>Bring in a blank…</source>
   <translation>导入空白表…</translation>
  </message>
  <message>
   <source>Copy built-in form…</source>
   <translation>复制内置表格…</translation>
  </message>
  <message>
   <source>Copy of a built-in form</source>
   <translation>内置表格副本</translation>
  </message>
  <message>
   <source>Delete…</source>
   <translation>删除…</translation>
  </message>
  <message>
   <source>Details…</source>
   <translation>资料…</translation>
  </message>
  <message>
   <source>Edit mapping…</source>
   <translation>编辑栏位…</translation>
  </message>
  <message>
   <source>Edition {edition}</source>
   <translation>{edition} 版</translation>
  </message>
  <message>
   <source>Export pack…</source>
   <translation>导出包…</translation>
  </message>
  <message>
   <source>File {name}, SHA-256 {sha256}</source>
   <translation>文件 {name}，SHA-256 {sha256}</translation>
  </message>
  <message>
   <source>Filter by province</source>
   <translation>按省份筛选</translation>
  </message>
  <message>
   <source>Forms</source>
   <translation>表单</translation>
  </message>
  <message>
   <source>Full table</source>
   <translation>完整表样</translation>
  </message>
  <message>
   <source>Import pack…</source>
   <translation>导入包…</translation>
  </message>
  <message>
   <source>Inferred</source>
   <translation>推定</translation>
  </message>
  <message>
   <source>Instructions</source>
   <translation>填表说明</translation>
  </message>
  <message>
   <source>Letter handed out</source>
   <translation>对方提供的函件</translation>
  </message>
  <message>
   <source>More</source>
   <translation>更多</translation>
  </message>
  <message>
   <source>Official blank</source>
   <translation>官方空白表</translation>
  </message>
  <message>
   <source>Only the filling instructions of this form were seen, not the table itself.</source>
   <translation>只见过本表的填表说明，未见过表格本身。</translation>
  </message>
  <message>
   <source>Packs</source>
   <translation>空白表包</translation>
  </message>
  <message>
   <source>Remarks</source>
   <translation>说明</translation>
  </message>
  <message>
   <source>Save the original file…</source>
   <translation>另存原文件…</translation>
  </message>
  <message>
   <source>Saved: {path}</source>
   <translation>已保存：{path}</translation>
  </message>
  <message>
   <source>Sources and dates</source>
   <translation>来源与日期</translation>
  </message>
  <message>
   <source>The blank form</source>
   <translation>空白表</translation>
  </message>
  <message>
   <source>The official form of this province was not seen. This one follows what the known provinces have in common.</source>
   <translation>未见过该省的官方表格。本表按已知各省表格的共同内容推定。</translation>
  </message>
  <message>
   <source>Where it was read</source>
   <translation>依据</translation>
  </message>
  <message>
   <source>Withdraw…</source>
   <translation>停用…</translation>
  </message>
 </context>
 <context>
  <name>GlossaryTab</name>
  <message>
   <source>Filter words, synonyms too</source>
   <translation>筛选词汇，也按别名</translation>
  </message>
  <message>
   <source>Meaning</source>
   <translation>释义</translation>
  </message>
  <message>
   <source>Not to be taken for</source>
   <translation>不要混同</translation>
  </message>
  <message>
   <source>Others say</source>
   <translation>别处的叫法</translation>
  </message>
  <message>
   <source>Words</source>
   <translation>词汇</translation>
  </message>
 </context>
 <context>
  <name>GuideDesk</name>
  <message>
   <source>Guide</source>
   <translation>指引</translation>
  </message>
  <message>
   <source>Provinces</source>
   <translation>各省线下注销</translation>
  </message>
 </context>
 <context>
  <name>GuidePage</name>
  <message numerus="yes">
   <source>%n stop(s)</source>
   <translation>
    <numerusform>%n 条不受理</numerusform>
   </translation>
  </message>
  <message>
   <source>Address</source>
   <translation>邮寄地址</translation>
  </message>
  <message>
   <source>Days</source>
   <translation>办理时限</translation>
  </message>
  <message>
   <source>Filter by province, prefix or region</source>
   <translation>按省份、简称或地区筛选</translation>
  </message>
  <message>
   <source>Guide</source>
   <translation>指引</translation>
  </message>
  <message>
   <source>How to hand in</source>
   <translation>递交方式</translation>
  </message>
  <message>
   <source>Other facts</source>
   <translation>其他信息</translation>
  </message>
  <message>
   <source>Papers named by this province</source>
   <translation>该省列明的材料</translation>
  </message>
  <message>
   <source>Printing</source>
   <translation>打印要求</translation>
  </message>
  <message>
   <source>Provinces</source>
   <translation>省份</translation>
  </message>
  <message>
   <source>Restrictions</source>
   <translation>受理限制</translation>
  </message>
  <message>
   <source>Telephone</source>
   <translation>电话</translation>
  </message>
  <message>
   <source>Websites</source>
   <translation>网址</translation>
  </message>
 </context>
 <context>
  <name>HistoryPanel</name>
  <message numerus="yes">
   <source>%n earlier event(s)</source>
   <translation>
    <numerusform>更早的 %n 条</numerusform>
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
   <translation>已修改</translation>
  </message>
  <message>
   <source>Changed: {fields}</source>
   <translation>修改：{fields}</translation>
  </message>
  <message>
   <source>Created</source>
   <translation>新建</translation>
  </message>
  <message>
   <source>Deleted</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Exported</source>
   <translation>导出</translation>
  </message>
  <message>
   <source>Imported</source>
   <translation>导入</translation>
  </message>
  <message>
   <source>Looked at: {fields}</source>
   <translation>查看：{fields}</translation>
  </message>
  <message>
   <source>Made a paper</source>
   <translation>制作材料</translation>
  </message>
  <message>
   <source>Merged by an import: {fields}</source>
   <translation>导入时合并：{fields}</translation>
  </message>
  <message>
   <source>{fields} and {count} more</source>
   <translation>{fields}等，另有 {count} 项</translation>
  </message>
  <message>
   <source>{what} (undo or redo)</source>
   <translation>{what}（撤销或重做）</translation>
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
    <numerusform>%n 个网站没有域名</numerusform>
   </translation>
  </message>
  <message>
   <source>Also ask the registries (RDAP, WHOIS)</source>
   <translation>同时查询注册局（RDAP、WHOIS）</translation>
  </message>
  <message>
   <source>Domains</source>
   <translation>域名</translation>
  </message>
  <message>
   <source>Domains to check</source>
   <translation>要核查的域名</translation>
  </message>
  <message>
   <source>From a file…</source>
   <translation>从文件读取…</translation>
  </message>
  <message>
   <source>From the table of sites</source>
   <translation>从网站列表选取</translation>
  </message>
  <message>
   <source>Has the domain lapsed?</source>
   <translation>域名是否失效</translation>
  </message>
  <message>
   <source>Line {line}: {problem}</source>
   <translation>第 {line} 行：{problem}</translation>
  </message>
  <message>
   <source>Lists (*.txt *.csv *.xlsx *.xls *.ods)</source>
   <translation>清单 (*.txt *.csv *.xlsx *.xls *.ods)</translation>
  </message>
  <message>
   <source>Name at least one resolver, such as 192.0.2.1</source>
   <translation>请至少填写一台解析服务器，如 192.0.2.1</translation>
  </message>
  <message>
   <source>Not read:</source>
   <translation>没有读入：</translation>
  </message>
  <message>
   <source>One or several a line; addresses of pages count as their domain</source>
   <translation>每行一个或多个；网址按其域名计</translation>
  </message>
  <message>
   <source>One question a second to each registry. Without this a good resolution stays open, since nobody looked whether the domain has lapsed.</source>
   <translation>每个注册局每秒只查一次。不勾选时，解析符合条件的网站也只能记为未能确定，因为没有查域名是否失效。</translation>
  </message>
  <message>
   <source>Only now are questions sent to the network: to these resolvers, and to registries if ticked.</source>
   <translation>按下后才会联网：查询上面的解析服务器，勾选时再查询注册局。</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>移除</translation>
  </message>
  <message>
   <source>Resolvers</source>
   <translation>解析服务器</translation>
  </message>
  <message>
   <source>Start (Ctrl+Enter)</source>
   <translation>开始（Ctrl+Enter）</translation>
  </message>
  <message>
   <source>Start the check</source>
   <translation>开始核查</translation>
  </message>
  <message>
   <source>Text, CSV or Excel; the column of domains is found by its title</source>
   <translation>文本、CSV 或 Excel，按标题找到域名一列</translation>
  </message>
  <message>
   <source>The access provider's addresses</source>
   <translation>接入服务商的网段</translation>
  </message>
  <message>
   <source>This computer has no resolver configured: name one.</source>
   <translation>这台电脑没有设置解析服务器，请填写一台。</translation>
  </message>
  <message>
   <source>This computer's own, unless you change them. Several resolvers establish more than one alone.</source>
   <translation>默认是这台电脑使用的，可以修改。多台解析服务器比一台更能说明问题。</translation>
  </message>
  <message>
   <source>Type a domain, or take a file</source>
   <translation>请填写域名，或从文件读取</translation>
  </message>
  <message>
   <source>and {count} more</source>
   <translation>另有 {count} 行</translation>
  </message>
  <message numerus="yes">
   <source>{name}: %n domain(s)</source>
   <translation>
    <numerusform>{name}：%n 个域名</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>HollowTab</name>
  <message>
   <source>All</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>Carry on</source>
   <translation>继续</translation>
  </message>
  <message>
   <source>Carry on with another list?</source>
   <translation>用另一份清单继续？</translation>
  </message>
  <message>
   <source>Changed</source>
   <translation>有变化</translation>
  </message>
  <message>
   <source>Hollow sites {day}.xlsx</source>
   <translation>空壳网站核查 {day}.xlsx</translation>
  </message>
  <message>
   <source>Resolvers {names}</source>
   <translation>解析服务器 {names}</translation>
  </message>
  <message>
   <source>The run began with another list of address ranges than the one in use now.</source>
   <translation>这次核查开始时用的网段清单与现在的不同。</translation>
  </message>
  <message>
   <source>no list of ranges</source>
   <translation>没有网段清单</translation>
  </message>
  <message>
   <source>registries asked</source>
   <translation>已查询注册局</translation>
  </message>
  <message>
   <source>registries not asked</source>
   <translation>没有查询注册局</translation>
  </message>
  <message>
   <source>{count} networks ({source})</source>
   <translation>{count} 个网段（{source}）</translation>
  </message>
 </context>
 <context>
  <name>ImportWindow</name>
  <message>
   <source>Back</source>
   <translation>上一步</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>检查</translation>
  </message>
  <message>
   <source>Check the rows</source>
   <translation>检查各行</translation>
  </message>
  <message>
   <source>Checking every row…</source>
   <translation>正在逐行检查…</translation>
  </message>
  <message>
   <source>Choose a table of filings</source>
   <translation>选择备案表格</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>列</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>File</source>
   <translation>文件</translation>
  </message>
  <message>
   <source>Import a table</source>
   <translation>导入表格</translation>
  </message>
  <message>
   <source>Import {count} rows</source>
   <translation>导入 {count} 行</translation>
  </message>
  <message>
   <source>Importing… Everything or nothing is kept.</source>
   <translation>正在导入…要么全部导入，要么全部不导入。</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>离开</translation>
  </message>
  <message>
   <source>Leave the import?</source>
   <translation>离开导入？</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>下一步</translation>
  </message>
  <message>
   <source>Nothing has been imported yet.</source>
   <translation>还没有导入任何内容。</translation>
  </message>
  <message>
   <source>Reading {name}…</source>
   <translation>正在读取 {name}…</translation>
  </message>
  <message>
   <source>Save the rejected rows</source>
   <translation>保存未导入的行</translation>
  </message>
  <message>
   <source>Tables ({patterns})</source>
   <translation>表格 ({patterns})</translation>
  </message>
  <message>
   <source>Take back</source>
   <translation>撤销</translation>
  </message>
  <message>
   <source>Take the import back?</source>
   <translation>撤销这次导入？</translation>
  </message>
  <message>
   <source>Taking the import back…</source>
   <translation>正在撤销导入…</translation>
  </message>
  <message>
   <source>The import was stopped; nothing was kept</source>
   <translation>导入已停止，没有写入任何内容</translation>
  </message>
  <message>
   <source>{subjects} subjects and {sites} sites that it made are removed, {merged} records that it completed become what they were before. It cannot be done again except by importing the file again.</source>
   <translation>将删除这次导入新建的 {subjects} 个主体和 {sites} 个网站，补充过的 {merged} 条记录恢复原样。撤销后不能重做，只能重新导入该文件。</translation>
  </message>
 </context>
 <context>
  <name>JoinDialog</name>
  <message numerus="yes">
   <source>%n file(s)</source>
   <translation>
    <numerusform>%n 个文件</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n page(s)</source>
   <translation>
    <numerusform>%n 页</numerusform>
   </translation>
  </message>
  <message>
   <source>Add files…</source>
   <translation>添加文件…</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Down</source>
   <translation>下移</translation>
  </message>
  <message>
   <source>Down (Alt+↓)</source>
   <translation>下移（Alt+↓）</translation>
  </message>
  <message>
   <source>Drop files here. Identity cards stand two to a page at their true size, front above back. The originals stay as they are.</source>
   <translation>可以把文件拖到这里。身份证按实际大小两张一页，正面在上、反面在下。原件保持不变。</translation>
  </message>
  <message>
   <source>Files in their order</source>
   <translation>按顺序排列的文件</translation>
  </message>
  <message>
   <source>Join</source>
   <translation>合并</translation>
  </message>
  <message>
   <source>Join to one PDF</source>
   <translation>合并成一份 PDF</translation>
  </message>
  <message>
   <source>Name of the PDF</source>
   <translation>PDF 名称</translation>
  </message>
  <message>
   <source>No files yet</source>
   <translation>还没有文件</translation>
  </message>
  <message>
   <source>One to a page</source>
   <translation>一张一页</translation>
  </message>
  <message>
   <source>PDF</source>
   <translation>PDF</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>页面</translation>
  </message>
  <message>
   <source>Paste</source>
   <translation>粘贴</translation>
  </message>
  <message>
   <source>Pictures and PDF ({patterns})</source>
   <translation>图片和 PDF ({patterns})</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>移除</translation>
  </message>
  <message>
   <source>Straighten…</source>
   <translation>拉正…</translation>
  </message>
  <message>
   <source>Turn</source>
   <translation>转向</translation>
  </message>
  <message>
   <source>Turn right (R), left (Shift+R)</source>
   <translation>向右转（R），向左转（Shift+R）</translation>
  </message>
  <message>
   <source>Two to a page</source>
   <translation>两张一页</translation>
  </message>
  <message>
   <source>Up</source>
   <translation>上移</translation>
  </message>
  <message>
   <source>Up (Alt+↑)</source>
   <translation>上移（Alt+↑）</translation>
  </message>
  <message>
   <source>card at its true size</source>
   <translation>证件，按实际大小</translation>
  </message>
  <message>
   <source>picture</source>
   <translation>图片</translation>
  </message>
  <message>
   <source>{row}. being read…</source>
   <translation>{row}. 正在读取…</translation>
  </message>
 </context>
 <context>
  <name>KeptEntries</name>
  <message>
   <source>Go on</source>
   <translation>继续填写</translation>
  </message>
  <message>
   <source>Unsaved entries were kept: {title}</source>
   <translation>未保存的内容已留存：{title}</translation>
  </message>
 </context>
 <context>
  <name>LetterDesk</name>
  <message>
   <source>The letter now stands among the papers of the case</source>
   <translation>文书已存入案件的材料</translation>
  </message>
 </context>
 <context>
  <name>LetterFace</name>
  <message>
   <source>Full name. The settings keep the usual one.</source>
   <translation>写全称。常用的名称可在设置里填好。</translation>
  </message>
  <message>
   <source>Individual</source>
   <translation>个人</translation>
  </message>
  <message>
   <source>Left empty, it follows from the filing number.</source>
   <translation>不填时按备案号确定。</translation>
  </message>
  <message>
   <source>Left empty, it is the administration that the filing number tells.</source>
   <translation>不填时按备案号写该省的通信管理局。</translation>
  </message>
  <message>
   <source>Not after the day it is handed in, and at most three months old when it is looked at.</source>
   <translation>不晚于递交当天；审核时不超过三个月。</translation>
  </message>
  <message>
   <source>One in a line. A pasted address is cut down to its domain.</source>
   <translation>每行一个。粘贴网址会自动取出域名。</translation>
  </message>
  <message>
   <source>The legal representative signs by hand; the number may be left too.</source>
   <translation>法定代表人手写签字；号码也可留空手写。</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>单位</translation>
  </message>
  <message>
   <source>{label} (where it applies)</source>
   <translation>{label}（如有）</translation>
  </message>
 </context>
 <context>
  <name>LetterQuestions</name>
  <message>
   <source>1 June 2010 to 31 January 2017</source>
   <translation>2010年6月1日至2017年1月31日</translation>
  </message>
  <message>
   <source>Access provider the letter is addressed to</source>
   <translation>授权书写给哪家接入服务商</translation>
  </message>
  <message>
   <source>Account that holds the filing now, where known</source>
   <translation>备案现在所在的账号（知道就填）</translation>
  </message>
  <message>
   <source>After 31 January 2017</source>
   <translation>2017年1月31日之后</translation>
  </message>
  <message>
   <source>Before 1 June 2010</source>
   <translation>2010年6月1日前</translation>
  </message>
  <message>
   <source>Can mail to that mailbox still be received?</source>
   <translation>那个邮箱还能收邮件吗？</translation>
  </message>
  <message>
   <source>Can the customer log in to the account that holds the filing?</source>
   <translation>客户能登录备案所在的账号吗？</translation>
  </message>
  <message>
   <source>Certificate number of that person</source>
   <translation>申请人证件号码</translation>
  </message>
  <message>
   <source>Certificate number of the legal representative</source>
   <translation>法定代表人证件号码</translation>
  </message>
  <message>
   <source>China site</source>
   <translation>中国站</translation>
  </message>
  <message>
   <source>Day on which the filing was handed in, where known</source>
   <translation>提交备案的日期（知道就填）</translation>
  </message>
  <message>
   <source>Digits only, as the customer's account page shows them. A wrong digit sends the filing astray.</source>
   <translation>只有数字，照客户账号页面填写。错一位就会转到别人名下。</translation>
  </message>
  <message>
   <source>Does the customer know the login mailbox of the old platform?</source>
   <translation>客户知道原平台的登录邮箱吗？</translation>
  </message>
  <message>
   <source>Does the customer receive the verification code there?</source>
   <translation>客户能收到那里的验证码吗？</translation>
  </message>
  <message>
   <source>Does the new account already hold another subject?</source>
   <translation>转入账号下已有其他主体的备案吗？</translation>
  </message>
  <message>
   <source>Filed domain</source>
   <translation>备案域名</translation>
  </message>
  <message>
   <source>Filing number of the subject</source>
   <translation>主体备案号</translation>
  </message>
  <message>
   <source>Individual</source>
   <translation>个人</translation>
  </message>
  <message>
   <source>International site</source>
   <translation>国际站</translation>
  </message>
  <message>
   <source>Is a filing order in progress in that account?</source>
   <translation>原账号下有进行中的备案订单吗？</translation>
  </message>
  <message>
   <source>Is a filing order in progress in the new account?</source>
   <translation>转入账号下有进行中的备案订单吗？</translation>
  </message>
  <message>
   <source>Name of the person who applies</source>
   <translation>申请人姓名</translation>
  </message>
  <message>
   <source>New login mailbox</source>
   <translation>新登录邮箱</translation>
  </message>
  <message>
   <source>New login mailbox once more</source>
   <translation>再输一遍新登录邮箱</translation>
  </message>
  <message>
   <source>Not known</source>
   <translation>不清楚</translation>
  </message>
  <message>
   <source>Old login mailbox, where known</source>
   <translation>原登录邮箱（知道就填）</translation>
  </message>
  <message>
   <source>Subject kind</source>
   <translation>主体性质</translation>
  </message>
  <message>
   <source>That account is of the</source>
   <translation>原账号属于</translation>
  </message>
  <message>
   <source>The customer has read these effects and agrees</source>
   <translation>客户已了解这些后果并同意</translation>
  </message>
  <message>
   <source>The customer needs the old account all the same: go on with the reset</source>
   <translation>客户仍然需要原账号，继续办理重置</translation>
  </message>
  <message>
   <source>The customer uses the access provider's own letter (handed out by ticket)</source>
   <translation>客户用接入服务商通过工单提供的授权书模板</translation>
  </message>
  <message>
   <source>The new account is of the</source>
   <translation>转入账号属于</translation>
  </message>
  <message>
   <source>The subject's own number, without -1, -2 …</source>
   <translation>主体备案号，不带 -1、-2 …</translation>
  </message>
  <message>
   <source>The unit's letter authorizes this person.</source>
   <translation>单位授权委托书上的被授权人。</translation>
  </message>
  <message>
   <source>Typed, not pasted: the old mailbox cannot be brought back.</source>
   <translation>请手输，不要粘贴：原邮箱替换后不能恢复。</translation>
  </message>
  <message>
   <source>UID of the account that is to hold it</source>
   <translation>转入账号的 UID</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>单位</translation>
  </message>
  <message>
   <source>Was the filing imported into an account of the new system before?</source>
   <translation>以前有没有导入过新系统的账号？</translation>
  </message>
  <message>
   <source>Was the filing taken over by another provider later?</source>
   <translation>之后有没有接入别的服务商？</translation>
  </message>
  <message>
   <source>When was the filing handed in</source>
   <translation>备案是什么时候提交的</translation>
  </message>
  <message>
   <source>Where it can, a new password is enough.</source>
   <translation>能收邮件的，重设密码就够了。</translation>
  </message>
  <message>
   <source>Who can log in transfers online, at once and without papers.</source>
   <translation>能登录的在线转移，即时完成，不用材料。</translation>
  </message>
 </context>
 <context>
  <name>LetterWindow</name>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Draft saved</source>
   <translation>草稿已保存</translation>
  </message>
  <message>
   <source>Fill in from a record…</source>
   <translation>从库中填入…</translation>
  </message>
  <message>
   <source>Keep in the case</source>
   <translation>存入案件</translation>
  </message>
  <message>
   <source>PDF files (*.pdf)</source>
   <translation>PDF 文件 (*.pdf)</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>打印…</translation>
  </message>
  <message>
   <source>Save as PDF…</source>
   <translation>另存为 PDF…</translation>
  </message>
  <message>
   <source>Save the letter</source>
   <translation>保存文书</translation>
  </message>
  <message>
   <source>Saved: {path}</source>
   <translation>已保存：{path}</translation>
  </message>
  <message>
   <source>The draft could not be saved: {why}</source>
   <translation>草稿没有存上：{why}</translation>
  </message>
  <message>
   <source>The letter appears here in a moment.</source>
   <translation>稍候，文书显示在这里。</translation>
  </message>
 </context>
 <context>
  <name>LettersTab</name>
  <message>
   <source>All provinces</source>
   <translation>各省通用</translation>
  </message>
  <message>
   <source>Edition {edition}</source>
   <translation>{edition} 版</translation>
  </message>
  <message>
   <source>Fill in…</source>
   <translation>填写…</translation>
  </message>
  <message>
   <source>Filter by title</source>
   <translation>按标题筛选</translation>
  </message>
  <message>
   <source>Imported blank</source>
   <translation>导入的空白件</translation>
  </message>
  <message>
   <source>Letters</source>
   <translation>授权书和说明</translation>
  </message>
  <message>
   <source>Our own wording</source>
   <translation>本工具自拟文字</translation>
  </message>
  <message>
   <source>Remarks</source>
   <translation>说明</translation>
  </message>
  <message>
   <source>Saved: {path}</source>
   <translation>已保存：{path}</translation>
  </message>
  <message>
   <source>Sources and dates</source>
   <translation>来源和日期</translation>
  </message>
  <message>
   <source>The blank letter</source>
   <translation>空白样式</translation>
  </message>
  <message>
   <source>The blank that was brought in ({edition}) is used in place of our own wording.</source>
   <translation>现用导入的空白件（{edition}）代替本工具自拟的文字。</translation>
  </message>
  <message>
   <source>Where it was read</source>
   <translation>出处</translation>
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
   <translation>截至日期</translation>
  </message>
  <message>
   <source>Bring a list…</source>
   <translation>导入名单…</translation>
  </message>
  <message>
   <source>CSV, JSON or TOML with network, place and use (docs/checks.md)</source>
   <translation>CSV、JSON 或 TOML，写明网段、地域、用途（见 docs/checks.md）</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Complete: a registrar that is not on it is not approved</source>
   <translation>名单完整：不在名单里的注册商就是未获批复</translation>
  </message>
  <message>
   <source>Complete: every other address is surely somebody else's</source>
   <translation>清单完整：清单以外的地址一定不属于该服务商</translation>
  </message>
  <message>
   <source>Excel, CSV or text with a column of registrars' names (docs/checks.md)</source>
   <translation>Excel、CSV 或文本，有一列是注册商名称（见 docs/checks.md）</translation>
  </message>
  <message>
   <source>It is taken out of the store; what was checked with it stays.</source>
   <translation>名单会从库里移除；用它核查过的结果仍然保留。</translation>
  </message>
  <message>
   <source>Lists (*.csv *.json *.toml)</source>
   <translation>清单 (*.csv *.json *.toml)</translation>
  </message>
  <message>
   <source>Lists (*.xlsx *.csv *.txt)</source>
   <translation>名单 (*.xlsx *.csv *.txt)</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>State where the list is from and of what day it is: without that it proves nothing.</source>
   <translation>请写明清单的来源和日期：没有出处的清单不能作判定依据。</translation>
  </message>
  <message>
   <source>Take this list</source>
   <translation>采用这份清单</translation>
  </message>
  <message>
   <source>Use no list?</source>
   <translation>不再使用这份名单？</translation>
  </message>
  <message>
   <source>Use none</source>
   <translation>不用清单</translation>
  </message>
  <message>
   <source>Who made it, where it was exported</source>
   <translation>谁提供的，从哪里导出</translation>
  </message>
 </context>
 <context>
  <name>ListNote</name>
  <message>
   <source>Reference lists…</source>
   <translation>参考名单…</translation>
  </message>
 </context>
 <context>
  <name>ListWords</name>
  <message numerus="yes">
   <source>%n entries</source>
   <translation>
    <numerusform>%n 条</numerusform>
   </translation>
  </message>
  <message>
   <source>Approved domain suffixes</source>
   <translation>已获批复的域名后缀</translation>
  </message>
  <message>
   <source>Approved registrars</source>
   <translation>已获批复的注册商</translation>
  </message>
  <message>
   <source>Brought by {name}, {when}</source>
   <translation>{name} 于 {when} 导入</translation>
  </message>
  <message>
   <source>Domain verification compares the registrar with it. None is shipped, since none with a stated source, a date and a licence was at hand. Without one only what you saw at domain.miit.gov.cn decides; else it stays “could not be established”.</source>
   <translation>域名核验用它比对注册商。程序没有自带：手头没有写明来源、日期并许可转载的名单。没有它就只看您在 domain.miit.gov.cn 查到的结果，没查就是“未能确定”。</translation>
  </message>
  <message>
   <source>It claims to be complete: a registrar that is not on it is not approved.</source>
   <translation>名单注明是完整的：不在名单里的注册商就是未获批复。</translation>
  </message>
  <message>
   <source>It claims to be complete: any other address is another network's.</source>
   <translation>清单注明完整：清单以外的地址都属于其他网络。</translation>
  </message>
  <message>
   <source>It does not claim to be complete: a registrar that is not on it stays open.</source>
   <translation>名单没有注明完整：不在名单里的注册商为未能确定。</translation>
  </message>
  <message>
   <source>It does not claim to be complete: an address outside of it stays open.</source>
   <translation>清单没有注明完整：清单以外的地址未能确定归属。</translation>
  </message>
  <message>
   <source>No list</source>
   <translation>没有名单</translation>
  </message>
  <message>
   <source>Servers of the registries (RDAP, WHOIS)</source>
   <translation>注册局查询服务器（RDAP、WHOIS）</translation>
  </message>
  <message>
   <source>Shipped with the program. A suffix that is missing may have been approved since.</source>
   <translation>随程序提供。不在表内的后缀，此后可能已获批复。</translation>
  </message>
  <message>
   <source>Shipped with the program. A suffix without a server is not asked about and stays open.</source>
   <translation>随程序提供。没有服务器的后缀不查询，结果为未能确定。</translation>
  </message>
  <message>
   <source>The access provider's address ranges</source>
   <translation>接入服务商的网段</translation>
  </message>
  <message>
   <source>The check for hollow sites needs it. None is shipped, since none with a stated source, a date and places was at hand. Without one it cannot be said whose addresses these are: every domain that resolves stays “could not be established”.</source>
   <translation>空壳网站核查要用。程序没有自带：手头没有写明来源、日期和地域的网段。没有它就不知道地址是谁的，凡是有解析的域名都是“未能确定”。</translation>
  </message>
  <message>
   <source>This list is {days} days old: bring a newer one.</source>
   <translation>这份名单已有 {days} 天，请导入新的。</translation>
  </message>
  <message>
   <source>This list is {days} days old: look at the source itself.</source>
   <translation>这份名单已有 {days} 天，请以来源处当日查询为准。</translation>
  </message>
  <message>
   <source>{source}, as of {day}</source>
   <translation>{source}，{day}</translation>
  </message>
 </context>
 <context>
  <name>ListsTab</name>
  <message>
   <source>Checks compare with these. A list without a source and a date proves nothing and is not taken; lists that you bring are kept in the store for every desk.</source>
   <translation>核查以这些名单为准。没有来源和日期的名单不能作判定依据，也不会收下；导入的名单存在库里，各工位共用。</translation>
  </message>
 </context>
 <context>
  <name>MailboxFace</name>
  <message>
   <source>Another way</source>
   <translation>另一条路</translation>
  </message>
  <message>
   <source>Applicant</source>
   <translation>申请人</translation>
  </message>
  <message>
   <source>Enclosures</source>
   <translation>附件</translation>
  </message>
  <message>
   <source>Files that are uploaded with the request. What is missing stays open on the check list.</source>
   <translation>随申请上传的文件。暂缺的会留在案件清单上。</translation>
  </message>
  <message>
   <source>Letter</source>
   <translation>授权委托书</translation>
  </message>
  <message>
   <source>Mailbox</source>
   <translation>登录邮箱</translation>
  </message>
  <message>
   <source>New login mailbox of the former platform</source>
   <translation>原万网备案邮箱初始化</translation>
  </message>
  <message>
   <source>New password</source>
   <translation>重设密码</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>核对</translation>
  </message>
  <message>
   <source>The customer sets a new password. Send the steps.</source>
   <translation>客户重设密码即可，把步骤发给客户。</translation>
  </message>
  <message>
   <source>The filing</source>
   <translation>备案信息</translation>
  </message>
  <message>
   <source>The filing behind the old account, and whose it is.</source>
   <translation>原账号里的备案和它的主体。</translation>
  </message>
  <message>
   <source>The old login mailbox is not needed for this filing. Send the steps.</source>
   <translation>这条备案用不着原登录邮箱，把步骤发给客户。</translation>
  </message>
  <message>
   <source>The old login mailbox is replaced for good.</source>
   <translation>原登录邮箱会被替换，不能恢复。</translation>
  </message>
  <message>
   <source>The packet on the right goes with the request. Finish opens the case.</source>
   <translation>右侧的材料随申请提交。点“完成”建立案件。</translation>
  </message>
  <message>
   <source>The person who applies for the unit and holds its certificate in the photo.</source>
   <translation>代表单位申请、手持证件拍照的人。</translation>
  </message>
  <message>
   <source>The time of filing decides whether it is claimed, imported or simply logged in to.</source>
   <translation>备案时间决定是认领、导入，还是直接登录。</translation>
  </message>
  <message>
   <source>The unit's authorization letter, to be sealed and signed.</source>
   <translation>单位的授权书，要盖章签字。</translation>
  </message>
  <message>
   <source>Time of filing</source>
   <translation>备案时间</translation>
  </message>
  <message>
   <source>What is it about</source>
   <translation>先问几句</translation>
  </message>
  <message>
   <source>Where only the password is lost, nothing has to be handed in.</source>
   <translation>只是忘了密码的，不用提交材料。</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>Beian Desk</source>
   <translation>备案工作台</translation>
  </message>
  <message>
   <source>Dismiss</source>
   <translation>关闭提示</translation>
  </message>
  <message>
   <source>Done again: {what}</source>
   <translation>已重做：{what}</translation>
  </message>
  <message>
   <source>Locking as soon as the work in hand is done.</source>
   <translation>手头的操作完成后即锁定。</translation>
  </message>
  <message>
   <source>Taken back: {what}</source>
   <translation>已撤销：{what}</translation>
  </message>
 </context>
 <context>
  <name>MappingPage</name>
  <message>
   <source>Column</source>
   <translation>列</translation>
  </message>
  <message>
   <source>Field</source>
   <translation>字段</translation>
  </message>
  <message>
   <source>Field of column {letter}</source>
   <translation>{letter} 列的字段</translation>
  </message>
  <message>
   <source>Header</source>
   <translation>表头</translation>
  </message>
  <message>
   <source>Headers were found in line {line}.</source>
   <translation>表头在第 {line} 行。</translation>
  </message>
  <message>
   <source>Leave out</source>
   <translation>不导入</translation>
  </message>
  <message>
   <source>No headers were found; the fields are guessed from the values.</source>
   <translation>没有找到表头，字段按内容猜测。</translation>
  </message>
  <message>
   <source>Values</source>
   <translation>内容</translation>
  </message>
  <message>
   <source>{where} Check the field of each column.</source>
   <translation>{where}请核对每一列对应的字段。</translation>
  </message>
 </context>
 <context>
  <name>MarkDialog</name>
  <message>
   <source>As the desk has agreed</source>
   <translation>按工作台设置</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Mark this copy with its purpose</source>
   <translation>在这份复印件上写明用途</translation>
  </message>
  <message>
   <source>Take over</source>
   <translation>采用</translation>
  </message>
  <message>
   <source>The page as it will be printed</source>
   <translation>打印出来的样子</translation>
  </message>
  <message>
   <source>Watermark position</source>
   <translation>水印位置</translation>
  </message>
  <message>
   <source>Watermark strength</source>
   <translation>水印深浅</translation>
  </message>
  <message>
   <source>Watermark text</source>
   <translation>水印文字</translation>
  </message>
  <message>
   <source>Watermark: {paper}</source>
   <translation>水印：{paper}</translation>
  </message>
  <message>
   <source>Without a text of its own, the copy says what the packet is for. The file itself is not changed.</source>
   <translation>不填文字时，写的是这份材料的用途。文件本身不改动。</translation>
  </message>
 </context>
 <context>
  <name>MaterialsPanel</name>
  <message>
   <source>Add files…</source>
   <translation>添加文件…</translation>
  </message>
  <message>
   <source>Add its file…</source>
   <translation>添加文件…</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>已复制</translation>
  </message>
  <message>
   <source>Copy what is wrong, for the customer</source>
   <translation>复制问题说明，发给客户</translation>
  </message>
  <message>
   <source>Drop files here. Choose the kind first; originals are kept unchanged.</source>
   <translation>可把文件拖到这里。先选类型；原件原样保存。</translation>
  </message>
  <message>
   <source>It is something else</source>
   <translation>改为其他类型</translation>
  </message>
  <message numerus="yes">
   <source>Join %n ticked to one PDF…</source>
   <translation>
    <numerusform>把勾选的 %n 份合并成一份 PDF…</numerusform>
   </translation>
  </message>
  <message>
   <source>Join to one PDF…</source>
   <translation>合并成一份 PDF…</translation>
  </message>
  <message>
   <source>Joined; the pictures stay</source>
   <translation>已合并，原图保留</translation>
  </message>
  <message>
   <source>Kind of the next file</source>
   <translation>下一份文件的类型</translation>
  </message>
  <message>
   <source>Look</source>
   <translation>查看</translation>
  </message>
  <message>
   <source>More about {line}</source>
   <translation>更多操作：{line}</translation>
  </message>
  <message>
   <source>Paste</source>
   <translation>粘贴</translation>
  </message>
  <message>
   <source>Pictures and PDF ({patterns})</source>
   <translation>图片和 PDF ({patterns})</translation>
  </message>
  <message>
   <source>Purged</source>
   <translation>已清除</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>已收到</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Straightened; the original stays</source>
   <translation>已拉正；原图保留</translation>
  </message>
  <message>
   <source>Straighten…</source>
   <translation>拉正…</translation>
  </message>
  <message>
   <source>Taken in</source>
   <translation>已收进工单</translation>
  </message>
  <message>
   <source>Taken in, with something to look at</source>
   <translation>已收进工单，有问题需要看一下</translation>
  </message>
  <message>
   <source>Wanted</source>
   <translation>待收</translation>
  </message>
  <message>
   <source>What can be done with it</source>
   <translation>更多操作</translation>
  </message>
  <message>
   <source>“{title}” was removed</source>
   <translation>已移除“{title}”</translation>
  </message>
 </context>
 <context>
  <name>MoveDayDialog</name>
  <message>
   <source>It stays with the arithmetic.</source>
   <translation>会留在期限的算法里。</translation>
  </message>
  <message>
   <source>Move</source>
   <translation>改期</translation>
  </message>
  <message>
   <source>Move the deadline</source>
   <translation>改期</translation>
  </message>
  <message>
   <source>New day</source>
   <translation>新日期</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>原因</translation>
  </message>
 </context>
 <context>
  <name>MoveSiteDialog</name>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Filing number under that subject</source>
   <translation>在该主体名下的备案号</translation>
  </message>
  <message>
   <source>It has had no number so far. Leave the field empty until there is one.</source>
   <translation>目前没有备案号。尚未取得时留空即可。</translation>
  </message>
  <message>
   <source>Its number so far is {number}. Leave the field empty until the new one is known.</source>
   <translation>目前的备案号是 {number}。新备案号尚未下来时留空即可。</translation>
  </message>
  <message>
   <source>Move the site</source>
   <translation>移动网站</translation>
  </message>
  <message>
   <source>Move {name} to another subject</source>
   <translation>把 {name} 移到其他主体</translation>
  </message>
  <message>
   <source>Subject that holds it from now on</source>
   <translation>今后所属的主体</translation>
  </message>
 </context>
 <context>
  <name>NewCaseDialog</name>
  <message>
   <source>Begin the case</source>
   <translation>新建工单</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Check list</source>
   <translation>核对清单</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>客户</translation>
  </message>
  <message>
   <source>Filing that it is about, if known</source>
   <translation>涉及的备案主体（可不选）</translation>
  </message>
  <message>
   <source>Filter procedures</source>
   <translation>筛选办理事项</translation>
  </message>
  <message>
   <source>New case</source>
   <translation>新建工单</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>处理人</translation>
  </message>
  <message>
   <source>Procedures</source>
   <translation>办理事项</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>网站</translation>
  </message>
  <message>
   <source>The whole subject</source>
   <translation>整个主体</translation>
  </message>
  <message>
   <source>This is done elsewhere; the case starts with an empty list.</source>
   <translation>这一项在别处办理，清单从空白开始。</translation>
  </message>
  <message>
   <source>Ticket number</source>
   <translation>工单编号</translation>
  </message>
 </context>
 <context>
  <name>NewPassphrase</name>
  <message numerus="yes">
   <source>At least %n character(s).</source>
   <translation>
    <numerusform>至少 %n 个字符。</numerusform>
   </translation>
  </message>
  <message>
   <source>Fair.</source>
   <translation>尚可。</translation>
  </message>
  <message>
   <source>Good.</source>
   <translation>很好。</translation>
  </message>
  <message>
   <source>Once more</source>
   <translation>再输一次</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>口令</translation>
  </message>
  <message>
   <source>Passphrase once more</source>
   <translation>再次输入口令</translation>
  </message>
  <message>
   <source>The two do not agree.</source>
   <translation>两次输入不一致。</translation>
  </message>
  <message>
   <source>Weak: a few words in a row are better than one.</source>
   <translation>偏弱：几个词连用比一个词好。</translation>
  </message>
 </context>
 <context>
  <name>NewStoreForm</name>
  <message>
   <source>A passphrase: asked for at every start</source>
   <translation>口令：每次启动时输入</translation>
  </message>
  <message>
   <source>Create the store</source>
   <translation>新建数据文件</translation>
  </message>
  <message>
   <source>My system account (recommended): opens without a question</source>
   <translation>我的系统账户（推荐）：启动时直接打开</translation>
  </message>
  <message>
   <source>Welcome to Beian Desk</source>
   <translation>欢迎使用备案工作台</translation>
  </message>
  <message>
   <source>Your records are kept encrypted on this computer. Nothing is sent anywhere. Choose what opens them.</source>
   <translation>您的记录加密保存在这台电脑上，不会发送到任何地方。请选择用什么打开它们。</translation>
  </message>
 </context>
 <context>
  <name>NoteDialog</name>
  <message>
   <source>Ctrl+Enter keeps it; an empty note is taken away.</source>
   <translation>按 Ctrl+回车保存；清空后保存即删除备注。</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>保存</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
 </context>
 <context>
  <name>OwnRulesTab</name>
  <message>
   <source>Add a rule…</source>
   <translation>添加规则…</translation>
  </message>
  <message>
   <source>By</source>
   <translation>由谁添加</translation>
  </message>
  <message>
   <source>Correct…</source>
   <translation>更正…</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>Ends a rule</source>
   <translation>规则不再执行</translation>
  </message>
  <message>
   <source>Export chosen…</source>
   <translation>导出所选…</translation>
  </message>
  <message>
   <source>Import a pack…</source>
   <translation>导入规则包…</translation>
  </message>
  <message>
   <source>In force</source>
   <translation>生效中</translation>
  </message>
  <message>
   <source>In words</source>
   <translation>内容</translation>
  </message>
  <message>
   <source>Let it hold again</source>
   <translation>恢复生效</translation>
  </message>
  <message>
   <source>No rules of your own yet. Correct one in “Rules by province”, add one, or import a pack.</source>
   <translation>还没有本单位的规则。可在“各省规则”里更正一条、在这里添加，或导入规则包。</translation>
  </message>
  <message>
   <source>Own rules</source>
   <translation>本单位规则</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>省份</translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>规则项</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>The program says nothing here.</source>
   <translation>程序自带的资料没有这一项。</translation>
  </message>
  <message>
   <source>What the program ships</source>
   <translation>程序自带的规则</translation>
  </message>
  <message>
   <source>Withdraw</source>
   <translation>撤回</translation>
  </message>
  <message>
   <source>Withdrawn</source>
   <translation>已撤回</translation>
  </message>
  <message>
   <source>Withdrawn ones too</source>
   <translation>包括已撤回的</translation>
  </message>
  <message>
   <source>Written here before and after</source>
   <translation>本单位在这一项上的其他记录</translation>
  </message>
  <message>
   <source>Your rule</source>
   <translation>本单位规则</translation>
  </message>
 </context>
 <context>
  <name>PackDialog</name>
  <message numerus="yes">
   <source>%n different</source>
   <translation>
    <numerusform>%n 张不同</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n equal to those here</source>
   <translation>
    <numerusform>%n 张与本库相同</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n new blank(s)</source>
   <translation>
    <numerusform>%n 张新的</numerusform>
   </translation>
  </message>
  <message>
   <source>Boxes</source>
   <translation>栏位</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Differences</source>
   <translation>不同之处</translation>
  </message>
  <message>
   <source>Fields</source>
   <translation>栏目</translation>
  </message>
  <message>
   <source>File</source>
   <translation>文件</translation>
  </message>
  <message>
   <source>Here</source>
   <translation>本库</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>导入</translation>
  </message>
  <message>
   <source>Import pack</source>
   <translation>导入空白表包</translation>
  </message>
  <message>
   <source>In the pack</source>
   <translation>包里</translation>
  </message>
  <message>
   <source>In use from</source>
   <translation>启用日期</translation>
  </message>
  <message>
   <source>In use until</source>
   <translation>停用日期</translation>
  </message>
  <message>
   <source>Issued on</source>
   <translation>发布日期</translation>
  </message>
  <message>
   <source>Keep the one here</source>
   <translation>保留本库的</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>Number of boxes</source>
   <translation>框数</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>Take the one in the pack</source>
   <translation>用包里的</translation>
  </message>
  <message>
   <source>These are here already and differ. Papers that were printed stay as they are.</source>
   <translation>这些空白表本库已有，但内容不同。已打印的材料不受影响。</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>标题</translation>
  </message>
  <message>
   <source>What</source>
   <translation>项目</translation>
  </message>
  <message>
   <source>{province}, edition {edition}</source>
   <translation>{province}，版本 {edition}</translation>
  </message>
 </context>
 <context>
  <name>PackExportDialog</name>
  <message>
   <source>All</source>
   <translation>全选</translation>
  </message>
  <message>
   <source>Blanks</source>
   <translation>空白表</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Export pack</source>
   <translation>导出空白表包</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>导出…</translation>
  </message>
  <message>
   <source>None</source>
   <translation>全不选</translation>
  </message>
  <message>
   <source>The pack holds each blank's file, its boxes and its sources; no data of customers.</source>
   <translation>包内有各空白表的原文件、框和来源，不含任何客户资料。</translation>
  </message>
 </context>
 <context>
  <name>PaperRow</name>
  <message>
   <source>Choose files…</source>
   <translation>选择文件…</translation>
  </message>
  <message>
   <source>From the case</source>
   <translation>用工单里的</translation>
  </message>
  <message>
   <source>Join several to one PDF…</source>
   <translation>多张合并成一份 PDF…</translation>
  </message>
  <message>
   <source>Kept in the store: {path}</source>
   <translation>已存入库：{path}</translation>
  </message>
  <message>
   <source>Paste</source>
   <translation>粘贴</translation>
  </message>
  <message>
   <source>Paste, join, watermark</source>
   <translation>粘贴、合并、水印</translation>
  </message>
  <message>
   <source>Pictures and PDF ({patterns})</source>
   <translation>图片和 PDF ({patterns})</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>移除</translation>
  </message>
  <message>
   <source>Remove {file}</source>
   <translation>移除 {file}</translation>
  </message>
  <message>
   <source>Source: {source} ({date})</source>
   <translation>来源：{source}（{date}）</translation>
  </message>
  <message>
   <source>Straighten {file}</source>
   <translation>拉正{file}</translation>
  </message>
  <message>
   <source>Straighten…</source>
   <translation>拉正…</translation>
  </message>
  <message>
   <source>Watermark set for this copy</source>
   <translation>这份复印件另设水印</translation>
  </message>
  <message>
   <source>Watermark: {text}</source>
   <translation>水印：{text}</translation>
  </message>
  <message>
   <source>Watermark…</source>
   <translation>水印…</translation>
  </message>
  <message>
   <source>Without a watermark</source>
   <translation>不加水印</translation>
  </message>
  <message>
   <source>required</source>
   <translation>必交</translation>
  </message>
  <message>
   <source>where it applies</source>
   <translation>视情况</translation>
  </message>
  <message>
   <source>{paper}: choose files</source>
   <translation>{paper}：选择文件</translation>
  </message>
  <message>
   <source>{paper}: paste, join, watermark</source>
   <translation>{paper}：粘贴、合并、水印</translation>
  </message>
  <message>
   <source>{paper}: take a file of the case</source>
   <translation>{paper}：用工单里的文件</translation>
  </message>
 </context>
 <context>
  <name>PapersPage</name>
  <message>
   <source>Forms</source>
   <translation>表单</translation>
  </message>
  <message>
   <source>Forms of the provinces</source>
   <translation>各省申请表</translation>
  </message>
 </context>
 <context>
  <name>PapersPanel</name>
  <message numerus="yes">
   <source>%n page(s)</source>
   <translation>
    <numerusform>%n 页</numerusform>
   </translation>
  </message>
  <message>
   <source>Copy number</source>
   <translation>复制单号</translation>
  </message>
  <message>
   <source>Made anew; the old paper stays</source>
   <translation>已重新制作，原件保留</translation>
  </message>
  <message>
   <source>Make it anew</source>
   <translation>重新制作</translation>
  </message>
  <message>
   <source>Make the packet anew…</source>
   <translation>重新制作材料包…</translation>
  </message>
  <message>
   <source>Mark as sent…</source>
   <translation>登记寄出…</translation>
  </message>
  <message>
   <source>Marked as sent; the deadline counts from that day</source>
   <translation>已登记寄出，期限从寄出日算</translation>
  </message>
  <message>
   <source>No longer marked as sent; the deadline stays</source>
   <translation>已取消寄出标记，截止日期不变</translation>
  </message>
  <message>
   <source>No paper yet. A wizard makes the papers of a case.</source>
   <translation>还没有文件。用“制作材料”向导制作。</translation>
  </message>
  <message>
   <source>Not sent</source>
   <translation>取消寄出</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>打开</translation>
  </message>
  <message>
   <source>Open it…</source>
   <translation>打开修改…</translation>
  </message>
  <message>
   <source>Sent</source>
   <translation>已寄出</translation>
  </message>
  <message>
   <source>Sent {day}</source>
   <translation>{day} 寄出</translation>
  </message>
  <message>
   <source>The edition in force does not take the values as they were kept:

{problems}

Open it to mend that? Everything that is known is filled in already; the old paper stays.</source>
   <translation>现行版本不能直接套用原来保存的内容：

{problems}

要打开修改吗？已知内容都已填好，原来的材料保留。</translation>
  </message>
  <message numerus="yes">
   <source>The packet lacks %n newer enclosure(s)</source>
   <translation>
    <numerusform>材料包缺少 %n 份新收到的附件</numerusform>
   </translation>
  </message>
  <message>
   <source>The packet was made anew; the older one stays</source>
   <translation>已重新制作材料包，原来的保留</translation>
  </message>
  <message>
   <source>This version of the program would print it otherwise than it was. Make another from the same values? The old one stays.</source>
   <translation>现在的程序版本打印出来会与当初不同。要用同样的内容另做一份吗？原件保留。</translation>
  </message>
  <message>
   <source>Write a letter…</source>
   <translation>写授权书或说明…</translation>
  </message>
  <message>
   <source>made {day}</source>
   <translation>{day} 制作</translation>
  </message>
 </context>
 <context>
  <name>PassphraseDialog</name>
  <message>
   <source>Change passphrase</source>
   <translation>更改口令</translation>
  </message>
  <message>
   <source>Passphrase until now</source>
   <translation>当前口令</translation>
  </message>
 </context>
 <context>
  <name>PassphraseForm</name>
  <message>
   <source>Beian Desk is locked</source>
   <translation>备案工作台已锁定</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>打开</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>口令</translation>
  </message>
  <message>
   <source>Type the passphrase to open the records.</source>
   <translation>输入口令以打开记录。</translation>
  </message>
  <message>
   <source>Use the recovery code</source>
   <translation>使用恢复码</translation>
  </message>
  <message>
   <source>Your system account opens the records.</source>
   <translation>用您的系统账户打开记录。</translation>
  </message>
 </context>
 <context>
  <name>PdfPane</name>
  <message>
   <source>Actual size (Ctrl+0)</source>
   <translation>实际大小（Ctrl+0）</translation>
  </message>
  <message>
   <source>Larger (Ctrl++)</source>
   <translation>放大（Ctrl++）</translation>
  </message>
  <message>
   <source>PDF files (*.pdf)</source>
   <translation>PDF 文件 (*.pdf)</translation>
  </message>
  <message>
   <source>Page</source>
   <translation>整页</translation>
  </message>
  <message>
   <source>Page width (Ctrl+9)</source>
   <translation>适合页宽（Ctrl+9）</translation>
  </message>
  <message>
   <source>Page {number} of {pages}</source>
   <translation>第 {number} 页，共 {pages} 页</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>打印…</translation>
  </message>
  <message>
   <source>Save as PDF</source>
   <translation>另存为 PDF</translation>
  </message>
  <message>
   <source>Save as PDF…</source>
   <translation>另存为 PDF…</translation>
  </message>
  <message>
   <source>Smaller (Ctrl+-)</source>
   <translation>缩小（Ctrl+-）</translation>
  </message>
  <message>
   <source>Whole page</source>
   <translation>显示整页</translation>
  </message>
  <message>
   <source>Width</source>
   <translation>页宽</translation>
  </message>
 </context>
 <context>
  <name>PdfView</name>
  <message>
   <source>Pages as printed</source>
   <translation>打印页面</translation>
  </message>
 </context>
 <context>
  <name>PictureDialog</name>
  <message>
   <source>This format cannot be shown here; it prints all the same.</source>
   <translation>这种格式不能在这里显示，但可以打印。</translation>
  </message>
 </context>
 <context>
  <name>PreviewPanel</name>
  <message numerus="yes">
   <source>%n page(s)</source>
   <translation>
    <numerusform>共 %n 页</numerusform>
   </translation>
  </message>
  <message>
   <source>Fit</source>
   <translation>页宽</translation>
  </message>
  <message>
   <source>From the official instructions</source>
   <translation>依官方填表说明</translation>
  </message>
  <message>
   <source>Larger (Ctrl++)</source>
   <translation>放大 (Ctrl++)</translation>
  </message>
  <message>
   <source>Letter handed out</source>
   <translation>对方提供的函件</translation>
  </message>
  <message>
   <source>Official blank</source>
   <translation>官方空白表</translation>
  </message>
  <message>
   <source>Official table not seen</source>
   <translation>未见原表</translation>
  </message>
  <message>
   <source>Official table seen</source>
   <translation>见过原表</translation>
  </message>
  <message>
   <source>Our own wording</source>
   <translation>本工具自拟文字</translation>
  </message>
  <message>
   <source>Page width (Ctrl+9)</source>
   <translation>适合页宽 (Ctrl+9)</translation>
  </message>
  <message>
   <source>Smaller (Ctrl+-)</source>
   <translation>缩小 (Ctrl+-)</translation>
  </message>
 </context>
 <context>
  <name>ProblemsModel</name>
  <message>
   <source>Column</source>
   <translation>列</translation>
  </message>
  <message>
   <source>Found</source>
   <translation>表中内容</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>行</translation>
  </message>
  <message>
   <source>What is wrong</source>
   <translation>问题</translation>
  </message>
 </context>
 <context>
  <name>ProceduresTab</name>
  <message>
   <source>Copied: the customer's version</source>
   <translation>已复制给客户的版本</translation>
  </message>
  <message>
   <source>Copy for customer</source>
   <translation>复制给客户</translation>
  </message>
  <message>
   <source>Filter procedures</source>
   <translation>筛选步骤</translation>
  </message>
  <message>
   <source>For</source>
   <translation>适用于</translation>
  </message>
  <message>
   <source>Make papers…</source>
   <translation>制作材料…</translation>
  </message>
  <message>
   <source>New case…</source>
   <translation>新建工单…</translation>
  </message>
  <message>
   <source>PDF files (*.pdf)</source>
   <translation>PDF 文件 (*.pdf)</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>打印与保存</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>打印…</translation>
  </message>
  <message>
   <source>Procedures</source>
   <translation>办事步骤</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>省份</translation>
  </message>
  <message>
   <source>Save as PDF…</source>
   <translation>另存为 PDF…</translation>
  </message>
  <message>
   <source>Save the page</source>
   <translation>保存这一页</translation>
  </message>
  <message>
   <source>Saved: {path}</source>
   <translation>已保存：{path}</translation>
  </message>
  <message>
   <source>Subject kind</source>
   <translation>主体性质</translation>
  </message>
  <message>
   <source>Words on this page</source>
   <translation>本页词汇</translation>
  </message>
  <message>
   <source>a unit</source>
   <translation>单位</translation>
  </message>
  <message>
   <source>all provinces</source>
   <translation>全部省份</translation>
  </message>
  <message>
   <source>an individual</source>
   <translation>个人</translation>
  </message>
  <message>
   <source>unit or individual</source>
   <translation>单位或个人</translation>
  </message>
 </context>
 <context>
  <name>PropertyPanel</name>
  <message>
   <source> mm</source>
   <translation> 毫米</translation>
  </message>
  <message>
   <source> pt</source>
   <translation> 磅</translation>
  </message>
  <message numerus="yes">
   <source>%n box(es)</source>
   <translation>
    <numerusform>%n 个框</numerusform>
   </translation>
  </message>
  <message>
   <source>Across</source>
   <translation>左右</translation>
  </message>
  <message>
   <source>As many as fit</source>
   <translation>能放几行放几行</translation>
  </message>
  <message>
   <source>Bottom</source>
   <translation>靠下</translation>
  </message>
  <message>
   <source>Cells</source>
   <translation>格数</translation>
  </message>
  <message>
   <source>Centre</source>
   <translation>居中</translation>
  </message>
  <message>
   <source>Check mark</source>
   <translation>对勾</translation>
  </message>
  <message>
   <source>Click a box, or press Tab on the page. Draw a new one with the mouse, or double-click an empty cell.</source>
   <translation>单击一个框，或在页面上按 Tab。用鼠标拖出新框，或双击空格加框。</translation>
  </message>
  <message>
   <source>Cross</source>
   <translation>叉</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>日</translation>
  </message>
  <message>
   <source>Filled</source>
   <translation>涂满</translation>
  </message>
  <message>
   <source>From left</source>
   <translation>距左边</translation>
  </message>
  <message>
   <source>From top</source>
   <translation>距上边</translation>
  </message>
  <message>
   <source>Go on on a further sheet</source>
   <translation>接续页</translation>
  </message>
  <message>
   <source>Height</source>
   <translation>高</translation>
  </message>
  <message>
   <source>It is right (Enter)</source>
   <translation>核对无误 (Enter)</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>类型</translation>
  </message>
  <message>
   <source>Largest size</source>
   <translation>最大字号</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>靠左</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>行数</translation>
  </message>
  <message>
   <source>Mark</source>
   <translation>记号</translation>
  </message>
  <message>
   <source>Marks the box as looked at and goes to the next one to be checked</source>
   <translation>标为已核对，并转到下一个待核对的框</translation>
  </message>
  <message>
   <source>Middle</source>
   <translation>居中</translation>
  </message>
  <message>
   <source>Month</source>
   <translation>月</translation>
  </message>
  <message>
   <source>Must be filled in</source>
   <translation>必填</translation>
  </message>
  <message>
   <source>No box chosen</source>
   <translation>未选中任何框</translation>
  </message>
  <message>
   <source>Part</source>
   <translation>填写部分</translation>
  </message>
  <message>
   <source>Print smaller</source>
   <translation>缩小字号</translation>
  </message>
  <message>
   <source>Printed label</source>
   <translation>表上文字</translation>
  </message>
  <message>
   <source>Refuse</source>
   <translation>不接受</translation>
  </message>
  <message>
   <source>Right</source>
   <translation>靠右</translation>
  </message>
  <message>
   <source>Smallest size</source>
   <translation>最小字号</translation>
  </message>
  <message>
   <source>Ticked by</source>
   <translation>勾选条件</translation>
  </message>
  <message>
   <source>Too long</source>
   <translation>放不下时</translation>
  </message>
  <message>
   <source>Top</source>
   <translation>靠上</translation>
  </message>
  <message>
   <source>Upright</source>
   <translation>上下</translation>
  </message>
  <message>
   <source>What is changed here is changed in all of them. The first one is shown.</source>
   <translation>这里的修改对选中的框都有效，显示的是第一个框。</translation>
  </message>
  <message>
   <source>Whole date</source>
   <translation>完整日期</translation>
  </message>
  <message>
   <source>Width</source>
   <translation>宽</translation>
  </message>
  <message>
   <source>Words</source>
   <translation>文字</translation>
  </message>
  <message>
   <source>Year</source>
   <translation>年</translation>
  </message>
 </context>
 <context>
  <name>QtPrompts</name>
  <message>
   <source>That did not work</source>
   <translation>未能完成</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>是</translation>
  </message>
 </context>
 <context>
  <name>QuestionForm</name>
  <message>
   <source>By hand</source>
   <translation>手写</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>请选择…</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>清除</translation>
  </message>
  <message>
   <source>Leave a blank line on the paper for the pen</source>
   <translation>在纸上留空，打印后手写</translation>
  </message>
  <message>
   <source>No</source>
   <translation>否</translation>
  </message>
  <message>
   <source>No date</source>
   <translation>未填日期</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>是</translation>
  </message>
  <message>
   <source>{field}: fill in by hand</source>
   <translation>{field}：手写</translation>
  </message>
 </context>
 <context>
  <name>Questions</name>
  <message>
   <source>A lost account can usually be found again by the filed domain.</source>
   <translation>忘了账号的，一般可凭备案域名找回。</translation>
  </message>
  <message>
   <source>Access provider, where known</source>
   <translation>接入服务商（知道就填）</translation>
  </message>
  <message>
   <source>An own filing is deregistered online at its access provider wherever that is possible.</source>
   <translation>自己的备案，能在接入服务商线上注销的就线上注销。</translation>
  </message>
  <message>
   <source>As the public query shows it. The first character decides which administration is asked.</source>
   <translation>照公共查询的结果填写。第一个字决定由哪个管局受理。</translation>
  </message>
  <message>
   <source>Can the customer log in to that provider's filing system?</source>
   <translation>客户能登录那家服务商的备案系统吗？</translation>
  </message>
  <message>
   <source>Certificate number of the agent</source>
   <translation>经办人证件号码</translation>
  </message>
  <message>
   <source>Certificate number of the applicant</source>
   <translation>申请人证件号码</translation>
  </message>
  <message>
   <source>Certificate number of the legal representative</source>
   <translation>法定代表人证件号码</translation>
  </message>
  <message>
   <source>Certificate number of the subject</source>
   <translation>主体证件号码</translation>
  </message>
  <message>
   <source>Certificate type</source>
   <translation>证件类型</translation>
  </message>
  <message>
   <source>Contact person</source>
   <translation>联系人</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>客户</translation>
  </message>
  <message>
   <source>Date of application</source>
   <translation>申请日期</translation>
  </message>
  <message>
   <source>Date of the letter</source>
   <translation>授权日期</translation>
  </message>
  <message>
   <source>Does the customer know the access provider of this filing?</source>
   <translation>客户知道这条备案的接入服务商吗？</translation>
  </message>
  <message>
   <source>Domain: the applicant holds the domain now</source>
   <translation>域名依据：域名现在归申请人</translation>
  </message>
  <message>
   <source>Domains</source>
   <translation>域名</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>电子邮箱</translation>
  </message>
  <message>
   <source>Exactly as the public query shows it.</source>
   <translation>与公共查询完全一致。</translation>
  </message>
  <message>
   <source>Filing number to be deregistered</source>
   <translation>要注销的备案号</translation>
  </message>
  <message>
   <source>Full name as on the certificate; a unit's name must equal its seal.</source>
   <translation>与证件一致的全称；单位名称要与公章一致。</translation>
  </message>
  <message>
   <source>Ground of the application</source>
   <translation>申请依据</translation>
  </message>
  <message>
   <source>Handled by</source>
   <translation>处理人</translation>
  </message>
  <message>
   <source>Hollow subject: the public query shows the subject but no site or other service</source>
   <translation>空壳主体：公共查询只有主体，没有任何网站或其他服务</translation>
  </message>
  <message>
   <source>Individual</source>
   <translation>个人</translation>
  </message>
  <message>
   <source>It is brought separately</source>
   <translation>另行提供，不随本材料</translation>
  </message>
  <message>
   <source>Landline</source>
   <translation>固定电话</translation>
  </message>
  <message>
   <source>Left empty, the letter keeps a line for the pen.</source>
   <translation>不填时在授权委托书上留一条横线，打印后手写。</translation>
  </message>
  <message>
   <source>Legal representative</source>
   <translation>法定代表人</translation>
  </message>
  <message>
   <source>Make it here, to be sealed and signed</source>
   <translation>由本工具制作，打印后盖章签字</translation>
  </message>
  <message>
   <source>Mobile number</source>
   <translation>手机号码</translation>
  </message>
  <message>
   <source>Name of the agent</source>
   <translation>经办人姓名</translation>
  </message>
  <message>
   <source>Name of the applicant</source>
   <translation>申请人名称</translation>
  </message>
  <message>
   <source>Name or certificate changed since the filing was made</source>
   <translation>备案以后名称或证件变更过</translation>
  </message>
  <message>
   <source>Not after the day it is handed in, and at most three months old when it is looked at.</source>
   <translation>不晚于递交当天；审核时不超过三个月。</translation>
  </message>
  <message>
   <source>One in a line. A pasted address is cut down to its domain.</source>
   <translation>每行一个。粘贴网址会自动取出域名。</translation>
  </message>
  <message>
   <source>One site (number with -1, -2 …)</source>
   <translation>一个网站（备案号带 -1、-2 …）</translation>
  </message>
  <message>
   <source>Phone of the agent</source>
   <translation>经办人电话</translation>
  </message>
  <message>
   <source>Printed on the form as it stands here. A text that fits the case is proposed.</source>
   <translation>原样印在表上。已按情况拟好一段，可以改。</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>注销理由</translation>
  </message>
  <message>
   <source>Several domains are separated by a space.</source>
   <translation>多个域名用空格隔开。</translation>
  </message>
  <message>
   <source>Site name</source>
   <translation>网站名称</translation>
  </message>
  <message>
   <source>Somebody acts for the applicant (an agent hands the papers in)</source>
   <translation>由经办人代为办理</translation>
  </message>
  <message>
   <source>Somebody else's: it stands in the applicant's way</source>
   <translation>别人的：妨碍了申请人备案</translation>
  </message>
  <message>
   <source>Subject kind</source>
   <translation>主体性质</translation>
  </message>
  <message>
   <source>Subject name</source>
   <translation>主办单位名称</translation>
  </message>
  <message>
   <source>Subject: name and certificate number are the applicant's</source>
   <translation>主体依据：备案用的是申请人的名称或证件号码</translation>
  </message>
  <message>
   <source>The applicant is</source>
   <translation>申请人是</translation>
  </message>
  <message>
   <source>The applicant's own</source>
   <translation>申请人自己的</translation>
  </message>
  <message>
   <source>The day the applicant signs; printed on the form.</source>
   <translation>申请人签字的日期，印在表上。</translation>
  </message>
  <message>
   <source>The domain has lapsed or was registered by somebody else, so there is no domain certificate</source>
   <translation>域名已过期或被他人注册，拿不出域名证书</translation>
  </message>
  <message>
   <source>The letter holds until</source>
   <translation>授权有效期至</translation>
  </message>
  <message>
   <source>The letter that authorizes the agent</source>
   <translation>经办人的授权委托书</translation>
  </message>
  <message>
   <source>The online way does not work out for this customer: go on with paper</source>
   <translation>这位客户走不通线上办理，继续准备纸质材料</translation>
  </message>
  <message>
   <source>The whole subject with all its sites</source>
   <translation>整个主体，连同名下全部网站</translation>
  </message>
  <message>
   <source>There is one already: it goes with the enclosures</source>
   <translation>已有盖好章的，作为附件附上</translation>
  </message>
  <message>
   <source>Ticket number</source>
   <translation>工单号</translation>
  </message>
  <message>
   <source>Type the domain to confirm</source>
   <translation>照抄一遍域名以确认</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>单位</translation>
  </message>
  <message>
   <source>What is to go</source>
   <translation>注销范围</translation>
  </message>
  <message>
   <source>Whose filing is it</source>
   <translation>这是谁的备案</translation>
  </message>
 </context>
 <context>
  <name>QuestionsTab</name>
  <message>
   <source>Cause</source>
   <translation>原因</translation>
  </message>
  <message>
   <source>Copied: the answer</source>
   <translation>已复制回答</translation>
  </message>
  <message>
   <source>Copy the answer</source>
   <translation>复制回答</translation>
  </message>
  <message>
   <source>Filter questions and prompts</source>
   <translation>筛选问题和系统提示</translation>
  </message>
  <message>
   <source>Leads to</source>
   <translation>对应步骤</translation>
  </message>
  <message>
   <source>Newer word on it</source>
   <translation>更新的说法</translation>
  </message>
  <message>
   <source>Open the procedure</source>
   <translation>打开办事步骤</translation>
  </message>
  <message>
   <source>Questions</source>
   <translation>常见问答</translation>
  </message>
  <message>
   <source>What the system says</source>
   <translation>系统提示</translation>
  </message>
  <message>
   <source>What to do</source>
   <translation>怎么办</translation>
  </message>
 </context>
 <context>
  <name>QueueFilter</name>
  <message>
   <source>All owners</source>
   <translation>全部处理人</translation>
  </message>
  <message>
   <source>All procedures</source>
   <translation>全部业务</translation>
  </message>
  <message>
   <source>All provinces</source>
   <translation>全部省份</translation>
  </message>
  <message>
   <source>All states</source>
   <translation>全部状态</translation>
  </message>
  <message>
   <source>By province, procedure, state and owner</source>
   <translation>按省份、业务、状态和处理人</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>清除</translation>
  </message>
  <message>
   <source>Filter</source>
   <translation>筛选</translation>
  </message>
  <message>
   <source>Nobody's</source>
   <translation>未分配</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>处理人</translation>
  </message>
  <message>
   <source>Procedure</source>
   <translation>业务</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>省份</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>Ticket, customer, number, matter, owner</source>
   <translation>工单编号、客户、备案号、事由、处理人</translation>
  </message>
 </context>
 <context>
  <name>Rail</name>
  <message>
   <source>Cases</source>
   <translation>工单</translation>
  </message>
  <message>
   <source>Checks</source>
   <translation>核查</translation>
  </message>
  <message>
   <source>Forms</source>
   <translation>表单</translation>
  </message>
  <message>
   <source>Guide</source>
   <translation>指引</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>设置</translation>
  </message>
  <message>
   <source>Sites</source>
   <translation>网站</translation>
  </message>
  <message>
   <source>Subjects</source>
   <translation>主体</translation>
  </message>
 </context>
 <context>
  <name>RecordActions</name>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Deregister offline…</source>
   <translation>线下注销…</translation>
  </message>
  <message>
   <source>Do more with it…</source>
   <translation>办理其他业务…</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>编辑</translation>
  </message>
  <message>
   <source>Filter</source>
   <translation>筛选</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>重做</translation>
  </message>
 </context>
 <context>
  <name>RecordColumns</name>
  <message>
   <source>Access</source>
   <translation>接入状态</translation>
  </message>
  <message>
   <source>Access provider</source>
   <translation>接入服务商</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>通信地址</translation>
  </message>
  <message>
   <source>Approved on</source>
   <translation>通过日期</translation>
  </message>
  <message>
   <source>Certificate number</source>
   <translation>证件号码</translation>
  </message>
  <message>
   <source>Certificate type</source>
   <translation>证件类型</translation>
  </message>
  <message>
   <source>Changed at</source>
   <translation>修改时间</translation>
  </message>
  <message>
   <source>Domain</source>
   <translation>域名</translation>
  </message>
  <message>
   <source>Filed on</source>
   <translation>备案日期</translation>
  </message>
  <message>
   <source>Filing number</source>
   <translation>备案号</translation>
  </message>
  <message>
   <source>Home page</source>
   <translation>首页网址</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>类型</translation>
  </message>
  <message>
   <source>Lead</source>
   <translation>负责人</translation>
  </message>
  <message>
   <source>Lead's e-mail</source>
   <translation>负责人邮箱</translation>
  </message>
  <message>
   <source>Lead's phone</source>
   <translation>负责人电话</translation>
  </message>
  <message>
   <source>Nature</source>
   <translation>性质</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>省份</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>网站</translation>
  </message>
  <message>
   <source>Sites</source>
   <translation>网站</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>Subject</source>
   <translation>主体</translation>
  </message>
 </context>
 <context>
  <name>RecordDetail</name>
  <message>
   <source>Choose a record to see it here</source>
   <translation>选中一条记录，在这里查看</translation>
  </message>
  <message>
   <source>History</source>
   <translation>历史</translation>
  </message>
 </context>
 <context>
  <name>RecordDialog</name>
  <message>
   <source>Discard</source>
   <translation>放弃</translation>
  </message>
  <message>
   <source>Discard what you typed?</source>
   <translation>放弃已填写的内容？</translation>
  </message>
  <message>
   <source>Please correct: {fields}</source>
   <translation>请更正：{fields}</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>保存</translation>
  </message>
  <message>
   <source>Save (Ctrl+S)</source>
   <translation>保存 (Ctrl+S)</translation>
  </message>
  <message>
   <source>Your changes are not saved yet.</source>
   <translation>您的修改还没有保存。</translation>
  </message>
 </context>
 <context>
  <name>RecordField</name>
  <message>
   <source>Show and change (F2)</source>
   <translation>显示并修改 (F2)</translation>
  </message>
 </context>
 <context>
  <name>RecordForm</name>
  <message>
   <source>Kept as {value}</source>
   <translation>将保存为 {value}</translation>
  </message>
 </context>
 <context>
  <name>RecordHead</name>
  <message>
   <source>Choose columns</source>
   <translation>选择列</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>导出…</translation>
  </message>
  <message>
   <source>Import…</source>
   <translation>导入…</translation>
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
   <translation>关闭</translation>
  </message>
  <message>
   <source>Fill in from a record</source>
   <translation>从库中填入</translation>
  </message>
  <message>
   <source>Records found</source>
   <translation>找到的记录</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>网站</translation>
  </message>
  <message>
   <source>Subject</source>
   <translation>主体</translation>
  </message>
  <message>
   <source>Subject or site</source>
   <translation>主体或网站</translation>
  </message>
  <message>
   <source>Type any part of a name, number or domain</source>
   <translation>输入名称、备案号或域名的任意一段</translation>
  </message>
  <message>
   <source>What was typed by hand stays; the other blanks are filled in.</source>
   <translation>手工填写的保留，其余各栏自动填入。</translation>
  </message>
 </context>
 <context>
  <name>RecordPlaces</name>
  <message>
   <source>Clear filters</source>
   <translation>清除筛选</translation>
  </message>
  <message>
   <source>Create the first one</source>
   <translation>新建第一条</translation>
  </message>
  <message>
   <source>Import a table…</source>
   <translation>导入表格…</translation>
  </message>
  <message>
   <source>Look around with fictional records</source>
   <translation>用虚构的示例看看</translation>
  </message>
  <message>
   <source>Nothing matches these filters</source>
   <translation>没有符合筛选条件的记录</translation>
  </message>
 </context>
 <context>
  <name>RecordTable</name>
  <message>
   <source>Copy cell</source>
   <translation>复制单元格</translation>
  </message>
  <message>
   <source>Copy rows</source>
   <translation>复制行</translation>
  </message>
  <message>
   <source>Restore columns</source>
   <translation>恢复默认列</translation>
  </message>
 </context>
 <context>
  <name>RecordWays</name>
  <message>
   <source>Begin a case…</source>
   <translation>新建工单…</translation>
  </message>
  <message>
   <source>Plan a change…</source>
   <translation>规划变更…</translation>
  </message>
  <message>
   <source>Write a letter</source>
   <translation>写授权书或说明</translation>
  </message>
 </context>
 <context>
  <name>RecordWords</name>
  <message>
   <source>Access cancelled</source>
   <translation>已取消接入</translation>
  </message>
  <message>
   <source>Accessed</source>
   <translation>已接入</translation>
  </message>
  <message>
   <source>Active</source>
   <translation>正常</translation>
  </message>
  <message>
   <source>App</source>
   <translation>App</translation>
  </message>
  <message>
   <source>Business licence (credit code)</source>
   <translation>营业执照（统一社会信用代码）</translation>
  </message>
  <message>
   <source>Business licence (registration number)</source>
   <translation>工商营业执照（注册号）</translation>
  </message>
  <message>
   <source>Deregistered</source>
   <translation>已注销</translation>
  </message>
  <message>
   <source>Foreign representative office certificate</source>
   <translation>外国企业常驻代表机构登记证</translation>
  </message>
  <message>
   <source>Foundation certificate</source>
   <translation>基金会法人登记证书</translation>
  </message>
  <message>
   <source>Hollow</source>
   <translation>空壳</translation>
  </message>
  <message>
   <source>Hong Kong and Macao permit</source>
   <translation>港澳居民来往内地通行证</translation>
  </message>
  <message>
   <source>Identity card</source>
   <translation>居民身份证</translation>
  </message>
  <message>
   <source>Individual</source>
   <translation>个人</translation>
  </message>
  <message>
   <source>Law firm licence</source>
   <translation>律师事务所执业许可证</translation>
  </message>
  <message>
   <source>Military code</source>
   <translation>军队代号</translation>
  </message>
  <message>
   <source>Mini program</source>
   <translation>小程序</translation>
  </message>
  <message>
   <source>Organization code certificate</source>
   <translation>组织机构代码证</translation>
  </message>
  <message>
   <source>Other certificate of a unit</source>
   <translation>其他单位证件</translation>
  </message>
  <message>
   <source>Passport</source>
   <translation>护照</translation>
  </message>
  <message>
   <source>Permanent residence card</source>
   <translation>外国人永久居留身份证</translation>
  </message>
  <message>
   <source>Private non-enterprise certificate</source>
   <translation>民办非企业单位登记证书</translation>
  </message>
  <message>
   <source>Public institution certificate</source>
   <translation>事业单位法人证书</translation>
  </message>
  <message>
   <source>Quick app</source>
   <translation>快应用</translation>
  </message>
  <message>
   <source>Residence permit (HK, Macao, Taiwan)</source>
   <translation>港澳台居民居住证</translation>
  </message>
  <message>
   <source>Social organization certificate</source>
   <translation>社会团体法人登记证书</translation>
  </message>
  <message>
   <source>Taiwan permit</source>
   <translation>台湾居民来往大陆通行证</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>单位</translation>
  </message>
  <message>
   <source>Unknown</source>
   <translation>未知</translation>
  </message>
  <message>
   <source>Website</source>
   <translation>网站</translation>
  </message>
 </context>
 <context>
  <name>RecordsPage</name>
  <message>
   <source>Copied</source>
   <translation>已复制</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Delete {count} records?</source>
   <translation>删除 {count} 条记录？</translation>
  </message>
  <message>
   <source>Saved</source>
   <translation>已保存</translation>
  </message>
  <message>
   <source>That is too much for the clipboard. Use Export.</source>
   <translation>内容太多，剪贴板放不下，请用导出。</translation>
  </message>
  <message>
   <source>You can take this back with Ctrl+Z as long as the window is open.</source>
   <translation>窗口关闭之前，可以按 Ctrl+Z 撤销。</translation>
  </message>
 </context>
 <context>
  <name>RecoveryCodeForm</name>
  <message>
   <source>Beian Desk recovery code</source>
   <translation>备案工作台恢复码</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>复制</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>继续</translation>
  </message>
  <message>
   <source>I have kept it in a safe place</source>
   <translation>我已妥善保存</translation>
  </message>
  <message>
   <source>It opens the records when the passphrase is forgotten or this system account is gone. It is shown only now: print it or write it down, and keep it away from this computer.</source>
   <translation>忘记口令或系统账户不在时，可用它打开记录。恢复码只显示这一次：请打印或抄下来，不要放在这台电脑上。</translation>
  </message>
  <message>
   <source>Keep this recovery code</source>
   <translation>请保存恢复码</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>打印…</translation>
  </message>
 </context>
 <context>
  <name>RecoveryForm</name>
  <message>
   <source>Back</source>
   <translation>返回</translation>
  </message>
  <message>
   <source>My system account opens from now on</source>
   <translation>以后用我的系统账户打开</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>打开</translation>
  </message>
  <message>
   <source>Open with the recovery code</source>
   <translation>用恢复码打开</translation>
  </message>
  <message>
   <source>Recovery code</source>
   <translation>恢复码</translation>
  </message>
  <message>
   <source>Type the code as it was printed: seven groups of five. Then choose what opens from now on.</source>
   <translation>按打印的样子输入恢复码：七组，每组五个字符。再选择以后用什么打开。</translation>
  </message>
 </context>
 <context>
  <name>ReminderStrip</name>
  <message numerus="yes">
   <source>%n due today</source>
   <translation>
    <numerusform>%n 个今天到期</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n overdue</source>
   <translation>
    <numerusform>%n 个已逾期</numerusform>
   </translation>
  </message>
  <message>
   <source>Beian Desk</source>
   <translation>备案工作台</translation>
  </message>
  <message>
   <source>To look at:</source>
   <translation>待处理：</translation>
  </message>
  <message>
   <source>{line} until {when}</source>
   <translation>{when} 前：{line}</translation>
  </message>
 </context>
 <context>
  <name>ReplyDialog</name>
  <message numerus="yes">
   <source>%n gap(s) to fill</source>
   <translation>
    <numerusform>还有 %n 处要填</numerusform>
   </translation>
  </message>
  <message>
   <source>Change the words…</source>
   <translation>修改模板…</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Copy as HTML</source>
   <translation>复制为 HTML</translation>
  </message>
  <message>
   <source>Copy as text</source>
   <translation>复制文字</translation>
  </message>
  <message>
   <source>Fill it afresh</source>
   <translation>重新填写</translation>
  </message>
  <message>
   <source>Filter replies</source>
   <translation>筛选回复</translation>
  </message>
  <message>
   <source>New reply…</source>
   <translation>新建回复…</translation>
  </message>
  <message>
   <source>Replies of this procedure</source>
   <translation>本事项的回复</translation>
  </message>
  <message>
   <source>Reply to the customer</source>
   <translation>回复客户</translation>
  </message>
  <message>
   <source>Still to fill: {gaps}</source>
   <translation>还要填：{gaps}</translation>
  </message>
  <message>
   <source>Text of the reply</source>
   <translation>回复内容</translation>
  </message>
  <message>
   <source>The reply was copied</source>
   <translation>回复已复制</translation>
  </message>
  <message>
   <source>fits</source>
   <translation>适合</translation>
  </message>
  <message>
   <source>ready</source>
   <translation>可以直接用</translation>
  </message>
  <message>
   <source>{source} ({date})</source>
   <translation>{source}（{date}）</translation>
  </message>
  <message>
   <source>{state} · words of this desk</source>
   <translation>{state} · 本处措辞</translation>
  </message>
 </context>
 <context>
  <name>ReplyEditor</name>
  <message>
   <source>Back to the shipped text</source>
   <translation>恢复内置文字</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Delete this reply</source>
   <translation>删除此回复</translation>
  </message>
  <message>
   <source>Filter variables</source>
   <translation>筛选变量</translation>
  </message>
  <message>
   <source>Filter variables; Enter on one puts it into the text</source>
   <translation>筛选变量；选中后按回车插入正文</translation>
  </message>
  <message>
   <source>How it reads with examples</source>
   <translation>代入示例后的样子</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>保存</translation>
  </message>
  <message>
   <source>New reply</source>
   <translation>新建回复</translation>
  </message>
  <message>
   <source>Procedure</source>
   <translation>业务</translation>
  </message>
  <message>
   <source>Text of the reply, with variables</source>
   <translation>回复正文（含变量）</translation>
  </message>
  <message>
   <source>The reply was kept</source>
   <translation>回复模板已保存</translation>
  </message>
  <message>
   <source>The words of this desk go, and the shipped text is used again.</source>
   <translation>将删除本处的措辞，恢复使用内置文字。</translation>
  </message>
  <message>
   <source>This reply is deleted. It cannot be brought back.</source>
   <translation>将删除此回复，不能恢复。</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>标题</translation>
  </message>
  <message>
   <source>Variables</source>
   <translation>变量</translation>
  </message>
  <message>
   <source>What this case makes of it</source>
   <translation>用本工单填写的效果</translation>
  </message>
  <message>
   <source>What you typed last time is here again; it was not kept as a reply yet.</source>
   <translation>已恢复上次输入、尚未保存的内容。</translation>
  </message>
  <message>
   <source>When</source>
   <translation>使用阶段</translation>
  </message>
  <message>
   <source>Words of a reply</source>
   <translation>回复模板</translation>
  </message>
  <message>
   <source>for example: {value}</source>
   <translation>例如：{value}</translation>
  </message>
  <message>
   <source>here: {value}</source>
   <translation>本工单：{value}</translation>
  </message>
  <message>
   <source>not known in this case</source>
   <translation>本工单没有此项</translation>
  </message>
 </context>
 <context>
  <name>ReplyShelf</name>
  <message>
   <source>Change the words…</source>
   <translation>修改模板…</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Filter replies</source>
   <translation>筛选回复</translation>
  </message>
  <message>
   <source>New reply…</source>
   <translation>新建回复…</translation>
  </message>
  <message>
   <source>Procedure</source>
   <translation>业务</translation>
  </message>
  <message>
   <source>Replies of this procedure</source>
   <translation>本事项的回复</translation>
  </message>
  <message>
   <source>Text of the reply</source>
   <translation>回复内容</translation>
  </message>
  <message>
   <source>Words of replies</source>
   <translation>回复模板</translation>
  </message>
  <message>
   <source>as shipped</source>
   <translation>内置</translation>
  </message>
  <message>
   <source>words of this desk</source>
   <translation>本处措辞</translation>
  </message>
  <message>
   <source>{source} ({date})</source>
   <translation>{source}（{date}）</translation>
  </message>
 </context>
 <context>
  <name>ResultPage</name>
  <message>
   <source>Imported {subjects} subjects and {sites} sites</source>
   <translation>已导入 {subjects} 个主体、{sites} 个网站</translation>
  </message>
  <message>
   <source>Save the rejected rows…</source>
   <translation>保存未导入的行…</translation>
  </message>
  <message>
   <source>Saved as {name}</source>
   <translation>已存为 {name}</translation>
  </message>
  <message>
   <source>Take the import back…</source>
   <translation>撤销这次导入…</translation>
  </message>
  <message>
   <source>The import was taken back</source>
   <translation>已撤销这次导入</translation>
  </message>
  <message>
   <source>{count} records that were already there were completed.</source>
   <translation>补全了 {count} 条已有的记录。</translation>
  </message>
  <message>
   <source>{count} rows changed nothing and were skipped.</source>
   <translation>{count} 行没有变化，已跳过。</translation>
  </message>
  <message>
   <source>{count} rows have problems and stayed outside. Save them, mend them, import them again.</source>
   <translation>{count} 行有问题，没有导入。可另存、改正后再次导入。</translation>
  </message>
 </context>
 <context>
  <name>RowsModel</name>
  <message>
   <source>Line</source>
   <translation>行</translation>
  </message>
 </context>
 <context>
  <name>RuleDialog</name>
  <message>
   <source>A notice and its address, or who was rung when</source>
   <translation>通知名称和网址，或哪天打电话问的谁</translation>
  </message>
  <message>
   <source>A provider's documentation</source>
   <translation>接入服务商文档</translation>
  </message>
  <message>
   <source>Add a rule</source>
   <translation>添加规则</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Confidence</source>
   <translation>可信程度</translation>
  </message>
  <message>
   <source>Correct a rule</source>
   <translation>更正规则</translation>
  </message>
  <message>
   <source>Date of the source</source>
   <translation>来源的日期</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>放弃</translation>
  </message>
  <message>
   <source>Discard what you typed?</source>
   <translation>放弃已输入的内容？</translation>
  </message>
  <message>
   <source>In words (Chinese, as papers and guidance say it)</source>
   <translation>规则内容（会写进材料和指引的原话）</translation>
  </message>
  <message>
   <source>Note (may be empty)</source>
   <translation>备注（可不填）</translation>
  </message>
  <message>
   <source>Origin unclear</source>
   <translation>来源不明</translation>
  </message>
  <message>
   <source>Papers, advice, checks and deadlines follow this rule from now on. What was printed stays.</source>
   <translation>保存后，材料、提示、核查和期限都按这条规则；已打印的不变。</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>省份</translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>规则项</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>保存</translation>
  </message>
  <message>
   <source>Save (Ctrl+S)</source>
   <translation>保存（Ctrl+S）</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>The administration's own words</source>
   <translation>管局原文</translation>
  </message>
  <message>
   <source>The program says nothing here yet.</source>
   <translation>程序自带的资料没有这一项。</translation>
  </message>
  <message>
   <source>The rule is not saved yet.</source>
   <translation>规则还没有保存。</translation>
  </message>
  <message>
   <source>Third party</source>
   <translation>第三方网页</translation>
  </message>
  <message>
   <source>This rule no longer holds</source>
   <translation>这条规则不再执行</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>取值</translation>
  </message>
  <message>
   <source>What the program ships</source>
   <translation>程序自带的规则</translation>
  </message>
 </context>
 <context>
  <name>RulePackDialog</name>
  <message numerus="yes">
   <source>%n rule(s)</source>
   <translation>
    <numerusform>共 %n 条规则</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n would hold in place of what holds now</source>
   <translation>
    <numerusform>%n 条与现行规则不同</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Accept %n rule(s)</source>
   <translation>
    <numerusform>接受 %n 条规则</numerusform>
   </translation>
  </message>
  <message>
   <source>Added</source>
   <translation>新增</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Changed</source>
   <translation>更正</translation>
  </message>
  <message>
   <source>Choose all</source>
   <translation>全选</translation>
  </message>
  <message>
   <source>Choose none</source>
   <translation>全不选</translation>
  </message>
  <message>
   <source>Conflict with yours</source>
   <translation>与本单位规则冲突</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>Differences</source>
   <translation>不同之处</translation>
  </message>
  <message>
   <source>Effect</source>
   <translation>作用</translation>
  </message>
  <message>
   <source>Here already</source>
   <translation>已有</translation>
  </message>
  <message>
   <source>Holds here now</source>
   <translation>现在执行的</translation>
  </message>
  <message>
   <source>Import a pack of rules</source>
   <translation>导入规则包</translation>
  </message>
  <message>
   <source>In the pack</source>
   <translation>规则包里的</translation>
  </message>
  <message>
   <source>In words</source>
   <translation>内容</translation>
  </message>
  <message>
   <source>Nothing is known here yet.</source>
   <translation>现在没有这一项的规则。</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>省份</translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>规则项</translation>
  </message>
  <message>
   <source>Says the same</source>
   <translation>说法相同</translation>
  </message>
  <message>
   <source>The content agrees with its hash. Read it out to the maker: it shows alteration, not who wrote it.</source>
   <translation>内容与校验值相符。校验值只能说明内容没有改动，不能说明是谁写的，请与对方核对。</translation>
  </message>
  <message>
   <source>Withdrawn</source>
   <translation>撤销规则</translation>
  </message>
  <message>
   <source>“{title}”, made by {who} on {day}</source>
   <translation>《{title}》，{who} 于 {day} 导出</translation>
  </message>
 </context>
 <context>
  <name>RuleWork</name>
  <message numerus="yes">
   <source>%n rule(s) accepted</source>
   <translation>
    <numerusform>已接受 %n 条规则</numerusform>
   </translation>
  </message>
  <message>
   <source>A half-made rule was kept</source>
   <translation>有一条没写完的规则</translation>
  </message>
  <message>
   <source>Export rules</source>
   <translation>导出规则</translation>
  </message>
  <message>
   <source>Exported: {path}, SHA-256 {hash}</source>
   <translation>已导出：{path}，SHA-256 {hash}</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>继续填写</translation>
  </message>
  <message>
   <source>Import a pack of rules</source>
   <translation>导入规则包</translation>
  </message>
  <message>
   <source>Name of the pack</source>
   <translation>规则包名称</translation>
  </message>
  <message>
   <source>Packs of rules ({pattern})</source>
   <translation>规则包 ({pattern})</translation>
  </message>
  <message>
   <source>Saved: the rule holds from now on</source>
   <translation>已保存，从现在起按这条规则</translation>
  </message>
  <message>
   <source>The pack is refused</source>
   <translation>规则包不能导入</translation>
  </message>
  <message>
   <source>The rule holds again</source>
   <translation>规则已恢复生效</translation>
  </message>
  <message>
   <source>Withdrawn: what the program ships holds again</source>
   <translation>已撤回，恢复程序自带的规则</translation>
  </message>
 </context>
 <context>
  <name>RulesTab</name>
  <message numerus="yes">
   <source>%n line(s)</source>
   <translation>
    <numerusform>共 %n 条</numerusform>
   </translation>
  </message>
  <message>
   <source>Add a rule…</source>
   <translation>添加规则…</translation>
  </message>
  <message>
   <source>Alike</source>
   <translation>异同</translation>
  </message>
  <message>
   <source>Ask all</source>
   <translation>问各省</translation>
  </message>
  <message>
   <source>Beside</source>
   <translation>对比</translation>
  </message>
  <message>
   <source>Confidence</source>
   <translation>可信程度</translation>
  </message>
  <message>
   <source>Copied: the line for the customer</source>
   <translation>已复制给客户的这一条</translation>
  </message>
  <message>
   <source>Copy for the customer</source>
   <translation>复制给客户</translation>
  </message>
  <message>
   <source>Copy the line for the customer (Ctrl+C)</source>
   <translation>复制这一条给客户（Ctrl+C）</translation>
  </message>
  <message>
   <source>Correct this rule (Enter)</source>
   <translation>更正这条规则（回车）</translation>
  </message>
  <message>
   <source>Correct this rule…</source>
   <translation>更正这条规则…</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>Different</source>
   <translation>不同</translation>
  </message>
  <message>
   <source>Doubtful</source>
   <translation>存疑</translation>
  </message>
  <message>
   <source>Everything said of it, the oldest first</source>
   <translation>历来的说法（由旧到新）</translation>
  </message>
  <message>
   <source>Holds</source>
   <translation>现行</translation>
  </message>
  <message>
   <source>In words</source>
   <translation>内容</translation>
  </message>
  <message>
   <source>No longer holds</source>
   <translation>不再执行</translation>
  </message>
  <message>
   <source>Not stated</source>
   <translation>资料未提及</translation>
  </message>
  <message>
   <source>Nothing is stated for: {provinces}</source>
   <translation>没有资料的省份：{provinces}</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>省份</translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>规则项</translation>
  </message>
  <message>
   <source>Rules by province</source>
   <translation>各省规则</translation>
  </message>
  <message>
   <source>Same</source>
   <translation>相同</translation>
  </message>
  <message>
   <source>Search rules, notes and sources</source>
   <translation>搜索规则、备注和来源</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>Superseded</source>
   <translation>已有更新</translation>
  </message>
  <message>
   <source>Withdraw your rule</source>
   <translation>撤回本单位规则</translation>
  </message>
  <message>
   <source>Yours · {state}</source>
   <translation>本单位 · {state}</translation>
  </message>
  <message>
   <source>nobody</source>
   <translation>不对比</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>不提问</translation>
  </message>
  <message>
   <source>“Ask all” speaks of every province: set it to “nothing” to compare two</source>
   <translation>“问各省”已列出各省的回答；选“不提问”后可对比两省</translation>
  </message>
 </context>
 <context>
  <name>RunActions</name>
  <message>
   <source>Every failed domain has its case already.</source>
   <translation>不通过的域名都已有工单。</translation>
  </message>
  <message>
   <source>Export the results</source>
   <translation>导出结果</translation>
  </message>
  <message numerus="yes">
   <source>One case for each domain that failed, %n in all. A domain that has a case keeps it.</source>
   <translation>
    <numerusform>为每个不通过的域名开一张工单，共 %n 张；已有工单的不重复开。</numerusform>
   </translation>
  </message>
  <message>
   <source>Open cases</source>
   <translation>开工单</translation>
  </message>
  <message>
   <source>Open cases?</source>
   <translation>开工单？</translation>
  </message>
  <message numerus="yes">
   <source>Opened %n case(s)</source>
   <translation>
    <numerusform>已开 %n 张工单</numerusform>
   </translation>
  </message>
  <message>
   <source>Opening cases…</source>
   <translation>正在开工单…</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>查看</translation>
  </message>
  <message>
   <source>Tables (*.xlsx *.csv)</source>
   <translation>表格 (*.xlsx *.csv)</translation>
  </message>
  <message>
   <source>Writing the table…</source>
   <translation>正在写表格…</translation>
  </message>
  <message>
   <source>Wrote {count} lines to {name}</source>
   <translation>已写入 {name}，共 {count} 行</translation>
  </message>
 </context>
 <context>
  <name>RunFilter</name>
  <message>
   <source>Every reason</source>
   <translation>全部原因</translation>
  </message>
  <message>
   <source>Filter</source>
   <translation>筛选</translation>
  </message>
  <message>
   <source>Filter by any part of a name or address</source>
   <translation>按域名、地址或名称的任意部分筛选</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>原因</translation>
  </message>
 </context>
 <context>
  <name>RunResults</name>
  <message>
   <source>All domains</source>
   <translation>全部域名</translation>
  </message>
  <message>
   <source>Begin another check (Ctrl+N)</source>
   <translation>新的核查（Ctrl+N）</translation>
  </message>
  <message>
   <source>Carry on</source>
   <translation>继续</translation>
  </message>
  <message>
   <source>Check again</source>
   <translation>复查</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>已复制</translation>
  </message>
  <message>
   <source>Earlier checks</source>
   <translation>以往的核查</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>导出…</translation>
  </message>
  <message>
   <source>New check</source>
   <translation>新的核查</translation>
  </message>
  <message>
   <source>Nothing here</source>
   <translation>这里没有域名</translation>
  </message>
  <message>
   <source>Only those that did not pass</source>
   <translation>只查没有通过的</translation>
  </message>
  <message>
   <source>Open cases for the failed</source>
   <translation>为不通过的开工单</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>停止</translation>
  </message>
  <message>
   <source>Stopping…</source>
   <translation>正在停止…</translation>
  </message>
  <message>
   <source>Too many lines to copy: export them instead.</source>
   <translation>行数太多，不能复制，请导出。</translation>
  </message>
 </context>
 <context>
  <name>RunTab</name>
  <message numerus="yes">
   <source>%n domain(s)</source>
   <translation>
    <numerusform>%n 个域名</numerusform>
   </translation>
  </message>
  <message>
   <source>A check is running. Stop it first, or wait for it.</source>
   <translation>正在核查，请先停止或等它完成。</translation>
  </message>
  <message>
   <source>Every domain passed: nothing is open.</source>
   <translation>全部域名都已通过，没有要复查的。</translation>
  </message>
  <message>
   <source>Interrupted: {seen} of {total} were looked at.</source>
   <translation>核查中断：共 {total} 个，已查 {seen} 个。</translation>
  </message>
  <message>
   <source>Open cases for the selected</source>
   <translation>为选中的开工单</translation>
  </message>
  <message>
   <source>Starting…</source>
   <translation>正在开始…</translation>
  </message>
  <message>
   <source>Stopped. What was seen is kept.</source>
   <translation>已停止，查到的结果已保存。</translation>
  </message>
  <message>
   <source>again</source>
   <translation>复查</translation>
  </message>
  <message>
   <source>interrupted</source>
   <translation>已中断</translation>
  </message>
  <message>
   <source>not looked at</source>
   <translation>没有查过</translation>
  </message>
  <message>
   <source>running</source>
   <translation>进行中</translation>
  </message>
  <message>
   <source>{step} of {total} looked at</source>
   <translation>已查 {step} / {total}</translation>
  </message>
 </context>
 <context>
  <name>ScanOffer</name>
  <message numerus="yes">
   <source>%n new scan(s): {names}</source>
   <translation>
    <numerusform>%n 份新扫描件：{names}</numerusform>
   </translation>
  </message>
  <message>
   <source>Enclose</source>
   <translation>收进去</translation>
  </message>
  <message>
   <source>Leave out</source>
   <translation>不收</translation>
  </message>
  <message>
   <source>Paper that was scanned</source>
   <translation>扫描的是哪份材料</translation>
  </message>
 </context>
 <context>
  <name>SearchBox</name>
  <message>
   <source>Accounts</source>
   <translation>账号</translation>
  </message>
  <message>
   <source>Cases</source>
   <translation>工单</translation>
  </message>
  <message>
   <source>Contacts</source>
   <translation>联系人</translation>
  </message>
  <message>
   <source>Nothing found. Try a shorter part of the name or number.</source>
   <translation>没有找到。试试名称或号码中更短的一段。</translation>
  </message>
  <message>
   <source>Search everything</source>
   <translation>全局搜索</translation>
  </message>
  <message>
   <source>Search names, filing numbers, domains, tickets  (Ctrl+K)</source>
   <translation>搜索名称、备案号、域名、工单（Ctrl+K）</translation>
  </message>
  <message>
   <source>Sites</source>
   <translation>网站</translation>
  </message>
  <message>
   <source>Subjects</source>
   <translation>主体</translation>
  </message>
 </context>
 <context>
  <name>SendDialog</name>
  <message>
   <source>Carrier</source>
   <translation>快递或方式</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>Mark as sent</source>
   <translation>登记寄出</translation>
  </message>
  <message>
   <source>The deadline is counted from this day.</source>
   <translation>期限从这一天算起。</translation>
  </message>
  <message>
   <source>Tracking number</source>
   <translation>单号</translation>
  </message>
 </context>
 <context>
  <name>SettingsPage</name>
  <message>
   <source>About</source>
   <translation>关于</translation>
  </message>
  <message numerus="yes">
   <source>After %n minute(s)</source>
   <translation>
    <numerusform>%n 分钟后</numerusform>
   </translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>跟随系统</translation>
  </message>
  <message>
   <source>Cases and enclosures</source>
   <translation>工单与附件</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>外观</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>深色</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>语言</translation>
  </message>
  <message>
   <source>Licences</source>
   <translation>许可证</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>浅色</translation>
  </message>
  <message>
   <source>Lock when idle</source>
   <translation>空闲时锁定</translation>
  </message>
  <message>
   <source>Name in the history</source>
   <translation>历史记录中的姓名</translation>
  </message>
  <message>
   <source>Never</source>
   <translation>从不</translation>
  </message>
  <message>
   <source>Privacy</source>
   <translation>隐私</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>设置</translation>
  </message>
  <message>
   <source>Store and backups</source>
   <translation>数据与备份</translation>
  </message>
  <message>
   <source>System user name</source>
   <translation>系统用户名</translation>
  </message>
  <message>
   <source>Window</source>
   <translation>窗口</translation>
  </message>
 </context>
 <context>
  <name>ShortcutsDialog</name>
  <message>
   <source>Actual size, page width</source>
   <translation>实际大小、适合页宽</translation>
  </message>
  <message>
   <source>Add an enclosure, paste one</source>
   <translation>添加附件，粘贴附件</translation>
  </message>
  <message>
   <source>Another record</source>
   <translation>换一条记录</translation>
  </message>
  <message>
   <source>Another view of the queue</source>
   <translation>切换工单视图</translation>
  </message>
  <message>
   <source>Check the chosen sites</source>
   <translation>核查所选网站</translation>
  </message>
  <message>
   <source>Close the case</source>
   <translation>关闭工单</translation>
  </message>
  <message>
   <source>Copy the cell or the selected rows</source>
   <translation>复制单元格或所选各行</translation>
  </message>
  <message>
   <source>Deregister offline</source>
   <translation>线下注销</translation>
  </message>
  <message>
   <source>Edit the case</source>
   <translation>修改工单</translation>
  </message>
  <message>
   <source>Edit, delete</source>
   <translation>修改、删除</translation>
  </message>
  <message>
   <source>Everywhere</source>
   <translation>任何页面</translation>
  </message>
  <message>
   <source>Filter</source>
   <translation>筛选</translation>
  </message>
  <message>
   <source>Find in the queue</source>
   <translation>在队列中查找</translation>
  </message>
  <message>
   <source>In cases</source>
   <translation>在工单中</translation>
  </message>
  <message>
   <source>In page previews</source>
   <translation>页面预览中</translation>
  </message>
  <message>
   <source>In tables</source>
   <translation>表格中</translation>
  </message>
  <message>
   <source>Keyboard</source>
   <translation>快捷键</translation>
  </message>
  <message>
   <source>Larger, smaller</source>
   <translation>放大、缩小</translation>
  </message>
  <message>
   <source>Lock</source>
   <translation>锁定</translation>
  </message>
  <message>
   <source>Mark the papers as sent, move the deadline</source>
   <translation>登记寄出，改期</translation>
  </message>
  <message>
   <source>Move the case on, or close it</source>
   <translation>转下一状态或关闭</translation>
  </message>
  <message>
   <source>Move the site to another subject</source>
   <translation>把网站移到另一主体</translation>
  </message>
  <message>
   <source>New case</source>
   <translation>新建工单</translation>
  </message>
  <message>
   <source>New record</source>
   <translation>新建</translation>
  </message>
  <message>
   <source>Next case, previous case</source>
   <translation>下一个、上一个工单</translation>
  </message>
  <message>
   <source>Open the record</source>
   <translation>打开记录</translation>
  </message>
  <message>
   <source>Reply to the customer</source>
   <translation>回复客户</translation>
  </message>
  <message>
   <source>Search everything</source>
   <translation>全局搜索</translation>
  </message>
  <message>
   <source>Take back what the last notice says</source>
   <translation>撤销上一步</translation>
  </message>
  <message>
   <source>This overview</source>
   <translation>本一览</translation>
  </message>
  <message>
   <source>To the check list, back to the table</source>
   <translation>到核对清单，回到表格</translation>
  </message>
  <message>
   <source>Transfer, letters and what else can be begun</source>
   <translation>线下转移、授权书等更多事项</translation>
  </message>
  <message>
   <source>Verify the domains of the chosen sites</source>
   <translation>核验所选网站的域名</translation>
  </message>
  <message>
   <source>With subjects and sites</source>
   <translation>主体和网站中</translation>
  </message>
 </context>
 <context>
  <name>SiteFields</name>
  <message>
   <source>Access</source>
   <translation>接入状态</translation>
  </message>
  <message>
   <source>Access provider</source>
   <translation>接入服务商</translation>
  </message>
  <message>
   <source>Approved on</source>
   <translation>通过日期</translation>
  </message>
  <message>
   <source>Domains</source>
   <translation>域名</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>邮箱</translation>
  </message>
  <message>
   <source>Filing</source>
   <translation>备案</translation>
  </message>
  <message>
   <source>Filing number</source>
   <translation>备案号</translation>
  </message>
  <message>
   <source>Home page</source>
   <translation>首页网址</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>类型</translation>
  </message>
  <message>
   <source>Lead</source>
   <translation>负责人姓名</translation>
  </message>
  <message>
   <source>Lead of the site</source>
   <translation>网站负责人</translation>
  </message>
  <message>
   <source>Lead's certificate</source>
   <translation>负责人证件</translation>
  </message>
  <message>
   <source>Lead's number</source>
   <translation>负责人证件号</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>One in a line, the main one first</source>
   <translation>每行一个，主域名在前</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>电话</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>网站信息</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
 </context>
 <context>
  <name>SitesPage</name>
  <message>
   <source>1 site</source>
   <translation>1 个网站</translation>
  </message>
  <message>
   <source>Access</source>
   <translation>接入状态</translation>
  </message>
  <message>
   <source>Access provider</source>
   <translation>接入服务商</translation>
  </message>
  <message>
   <source>Approved on</source>
   <translation>通过日期</translation>
  </message>
  <message>
   <source>Changed at</source>
   <translation>修改时间</translation>
  </message>
  <message>
   <source>Check for hollow site (Ctrl+Shift+H)</source>
   <translation>核查是否空壳网站（Ctrl+Shift+H）</translation>
  </message>
  <message>
   <source>Check for hollow site…</source>
   <translation>核查空壳网站…</translation>
  </message>
  <message>
   <source>Deleted {what}</source>
   <translation>已删除{what}</translation>
  </message>
  <message>
   <source>Domains</source>
   <translation>域名</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>邮箱</translation>
  </message>
  <message>
   <source>Edit {name}</source>
   <translation>编辑 {name}</translation>
  </message>
  <message>
   <source>Filing</source>
   <translation>备案</translation>
  </message>
  <message>
   <source>Filing number</source>
   <translation>备案号</translation>
  </message>
  <message>
   <source>Home page</source>
   <translation>首页网址</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>类型</translation>
  </message>
  <message>
   <source>Lead</source>
   <translation>负责人姓名</translation>
  </message>
  <message>
   <source>Lead of the site</source>
   <translation>网站负责人</translation>
  </message>
  <message>
   <source>Lead's certificate</source>
   <translation>负责人证件</translation>
  </message>
  <message>
   <source>Lead's number</source>
   <translation>负责人证件号</translation>
  </message>
  <message>
   <source>Move to another subject (Ctrl+Shift+M)</source>
   <translation>移到其他主体（Ctrl+Shift+M）</translation>
  </message>
  <message>
   <source>Move to another subject…</source>
   <translation>移到其他主体…</translation>
  </message>
  <message>
   <source>Moved {name}</source>
   <translation>已移动 {name}</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>New site</source>
   <translation>新建网站</translation>
  </message>
  <message>
   <source>New site…</source>
   <translation>新建网站…</translation>
  </message>
  <message>
   <source>No filing number</source>
   <translation>没有备案号</translation>
  </message>
  <message>
   <source>No sites yet. Import a table of filings, or drop its file here.</source>
   <translation>还没有网站。可以导入备案表格，或把文件拖到这里。</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>电话</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>省份</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>网站信息</translation>
  </message>
  <message>
   <source>Sites</source>
   <translation>网站</translation>
  </message>
  <message>
   <source>Subject</source>
   <translation>主体</translation>
  </message>
  <message>
   <source>Verify the domains (Ctrl+Shift+J)</source>
   <translation>核验域名（Ctrl+Shift+J）</translation>
  </message>
  <message>
   <source>Verify the domains…</source>
   <translation>核验域名…</translation>
  </message>
  <message>
   <source>{count} sites</source>
   <translation>{count} 个网站</translation>
  </message>
  <message>
   <source>{name} ({ascii})</source>
   <translation>{name}（{ascii}）</translation>
  </message>
 </context>
 <context>
  <name>Start</name>
  <message>
   <source>Last time the program stopped without warning. Your records are not affected.</source>
   <translation>程序上次意外停止，您的记录没有受影响。</translation>
  </message>
  <message>
   <source>Show the report</source>
   <translation>查看报告</translation>
  </message>
  <message>
   <source>The settings could not be read. They were set aside as {path}; defaults hold now.</source>
   <translation>设置无法读取，已另存为 {path}；现在使用默认设置。</translation>
  </message>
 </context>
 <context>
  <name>StepList</name>
  <message>
   <source>Steps</source>
   <translation>步骤</translation>
  </message>
 </context>
 <context>
  <name>StepTexts</name>
  <message>
   <source>A few answers tell whether paper is needed at all, and whose form it is.</source>
   <translation>先看是否真要纸质材料，再看用哪个省的表。</translation>
  </message>
  <message>
   <source>Agent</source>
   <translation>经办人</translation>
  </message>
  <message>
   <source>Applicant</source>
   <translation>申请人</translation>
  </message>
  <message>
   <source>Copy these from the public query; the administration compares them letter by letter.</source>
   <translation>照公共查询抄写，管局会逐字核对。</translation>
  </message>
  <message>
   <source>Enclosures</source>
   <translation>附件</translation>
  </message>
  <message>
   <source>Ground</source>
   <translation>申请依据</translation>
  </message>
  <message>
   <source>Letter</source>
   <translation>授权委托书</translation>
  </message>
  <message>
   <source>On what the application rests, and what has to be proved.</source>
   <translation>凭什么申请，要证明什么。</translation>
  </message>
  <message>
   <source>Online way</source>
   <translation>线上办理</translation>
  </message>
  <message>
   <source>Papers that go with the form. What is missing stays open on the case's check list.</source>
   <translation>随表递交的材料。暂缺的会留在案件清单上。</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>注销理由</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>核对</translation>
  </message>
  <message>
   <source>Suffix</source>
   <translation>后缀确认</translation>
  </message>
  <message>
   <source>The filing</source>
   <translation>拟注销备案</translation>
  </message>
  <message>
   <source>The packet on the right is what will be printed. Finish opens the case.</source>
   <translation>右侧就是将要打印的材料。点“完成”建立案件。</translation>
  </message>
  <message>
   <source>The unit's letter for its agent, made here; the page on the right is the letter.</source>
   <translation>单位给经办人的授权委托书由本工具制作，右边就是要打印的这一页。</translation>
  </message>
  <message>
   <source>This cannot be undone: a domain under this suffix may never be filed again.</source>
   <translation>注销后无法挽回：这个后缀的域名可能不能再备案。</translation>
  </message>
  <message>
   <source>This filing can be deregistered without paper. Send the customer the steps.</source>
   <translation>这条备案不用纸质材料就能注销，把步骤发给客户即可。</translation>
  </message>
  <message>
   <source>What is it about</source>
   <translation>先问几句</translation>
  </message>
  <message>
   <source>Who applies, seals or signs.</source>
   <translation>由谁申请、盖章或签字。</translation>
  </message>
  <message>
   <source>Who hands the papers in for the applicant.</source>
   <translation>由谁代申请人办理。</translation>
  </message>
  <message>
   <source>Why the filing is to go.</source>
   <translation>为什么要注销。</translation>
  </message>
 </context>
 <context>
  <name>StoreCard</name>
  <message>
   <source>Another folder…</source>
   <translation>换一个文件夹…</translation>
  </message>
  <message>
   <source>Back up now</source>
   <translation>立即备份</translation>
  </message>
  <message>
   <source>Back up to</source>
   <translation>备份到</translation>
  </message>
  <message>
   <source>Back up to…</source>
   <translation>备份到…</translation>
  </message>
  <message>
   <source>Change passphrase…</source>
   <translation>更改口令…</translation>
  </message>
  <message>
   <source>Check the store</source>
   <translation>检查数据</translation>
  </message>
  <message>
   <source>Checking the store…</source>
   <translation>正在检查数据…</translation>
  </message>
  <message>
   <source>Choose a backup…</source>
   <translation>选择备份…</translation>
  </message>
  <message>
   <source>Keep backups in</source>
   <translation>备份保存到</translation>
  </message>
  <message>
   <source>Kept in</source>
   <translation>保存位置</translation>
  </message>
  <message>
   <source>Last backup</source>
   <translation>最近备份</translation>
  </message>
  <message>
   <source>Make a new code</source>
   <translation>生成新码</translation>
  </message>
  <message>
   <source>Making a backup…</source>
   <translation>正在备份…</translation>
  </message>
  <message>
   <source>New recovery code</source>
   <translation>新的恢复码</translation>
  </message>
  <message>
   <source>New recovery code…</source>
   <translation>新的恢复码…</translation>
  </message>
  <message>
   <source>None yet</source>
   <translation>尚无</translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation>打开文件夹</translation>
  </message>
  <message>
   <source>Opening the store</source>
   <translation>打开方式</translation>
  </message>
  <message>
   <source>Restore a backup</source>
   <translation>从备份恢复</translation>
  </message>
  <message>
   <source>Restore…</source>
   <translation>恢复…</translation>
  </message>
  <message>
   <source>The backup is made.</source>
   <translation>备份完成。</translation>
  </message>
  <message numerus="yes">
   <source>The check found %n thing(s) wrong. Restore a backup soon.</source>
   <translation>
    <numerusform>检查发现 %n 处问题，请尽快从备份恢复。</numerusform>
   </translation>
  </message>
  <message>
   <source>The old code stops working. Make a new one?</source>
   <translation>旧恢复码将失效。要生成新的吗？</translation>
  </message>
  <message>
   <source>The passphrase is changed.</source>
   <translation>口令已更改。</translation>
  </message>
  <message>
   <source>The store is closed and a backup takes its place. What was written since that backup is kept in a file beside it.</source>
   <translation>将关闭数据文件，并用备份替换它。该备份之后写入的内容会另存为旁边的一个文件。</translation>
  </message>
  <message>
   <source>The store is sound.</source>
   <translation>数据完好。</translation>
  </message>
  <message>
   <source>{path} (from the next opening on)</source>
   <translation>{path}（下次打开起生效）</translation>
  </message>
  <message numerus="yes">
   <source>{when} · {size} · %n kept</source>
   <translation>
    <numerusform>{when} · {size} · 共 %n 份</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>StraightenDialog</name>
  <message>
   <source>A4 sheet</source>
   <translation>A4 纸</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Corners of the paper</source>
   <translation>纸的四角</translation>
  </message>
  <message>
   <source>Drag the corners, or walk through them with Tab and move them with the arrow keys: Shift for large steps, Ctrl for small ones. The original stays as it is.</source>
   <translation>拖动四角；或按 Tab 在四角之间切换，用方向键移动：按住 Shift 走大步，按住 Ctrl 走小步。原图保持不变。</translation>
  </message>
  <message>
   <source>Find corners</source>
   <translation>自动找角</translation>
  </message>
  <message>
   <source>Identity card, 85.6 × 54 mm</source>
   <translation>身份证，85.6 × 54 毫米</translation>
  </message>
  <message>
   <source>No corners could be made out; set them by hand where the paper is photographed at an angle.</source>
   <translation>没有认出纸的四角；斜着拍的，请手动把四角放好。</translation>
  </message>
  <message>
   <source>Proportions as photographed</source>
   <translation>按照片中的比例</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>重做</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>还原</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>结果</translation>
  </message>
  <message>
   <source>Shape of the paper</source>
   <translation>纸的形状</translation>
  </message>
  <message>
   <source>Straighten: {name}</source>
   <translation>拉正：{name}</translation>
  </message>
  <message>
   <source>Take over</source>
   <translation>采用</translation>
  </message>
  <message>
   <source>The corners were found in the picture; look whether they are right.</source>
   <translation>已自动找到四角，请看一眼是否正确。</translation>
  </message>
  <message>
   <source>The print lay on its side.</source>
   <translation>字是横着的。</translation>
  </message>
  <message>
   <source>The print stands upright.</source>
   <translation>字是正的。</translation>
  </message>
  <message>
   <source>The print stood on its head.</source>
   <translation>字是倒着的。</translation>
  </message>
  <message>
   <source>Turn left</source>
   <translation>左转</translation>
  </message>
  <message>
   <source>Turn left (Shift+R)</source>
   <translation>左转（Shift+R）</translation>
  </message>
  <message>
   <source>Turn right</source>
   <translation>右转</translation>
  </message>
  <message>
   <source>Turn right (R)</source>
   <translation>右转（R）</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>撤销</translation>
  </message>
  <message>
   <source>Which way up it goes cannot be told; turn it with R.</source>
   <translation>看不出哪边朝上；需要时按 R 转正。</translation>
  </message>
  <message>
   <source>Whole picture</source>
   <translation>整张图片</translation>
  </message>
  <message>
   <source>{found} {lying}</source>
   <translation>{found}{lying}</translation>
  </message>
 </context>
 <context>
  <name>SubjectCheckWords</name>
  <message>
   <source>By when to look again</source>
   <translation>何时跟进</translation>
  </message>
  <message>
   <source>Case</source>
   <translation>工单</translation>
  </message>
  <message>
   <source>Filing number</source>
   <translation>备案号</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>结果</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>省份</translation>
  </message>
  <message>
   <source>Reply to the customer</source>
   <translation>给客户的回复</translation>
  </message>
  <message>
   <source>Sites and apps</source>
   <translation>网站和应用</translation>
  </message>
  <message>
   <source>Still to fill: {gaps}</source>
   <translation>待填：{gaps}</translation>
  </message>
  <message>
   <source>Subject</source>
   <translation>主体</translation>
  </message>
  <message>
   <source>The province's rule</source>
   <translation>该省的规定</translation>
  </message>
  <message>
   <source>Way out</source>
   <translation>出路</translation>
  </message>
  <message>
   <source>What follows otherwise</source>
   <translation>不处理的后果</translation>
  </message>
  <message>
   <source>What to do</source>
   <translation>怎么办</translation>
  </message>
  <message>
   <source>What to hand in</source>
   <translation>要交的材料</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>原因</translation>
  </message>
  <message>
   <source>first establish whether it is hollow</source>
   <translation>先查清是不是空壳</translation>
  </message>
  <message>
   <source>none recorded</source>
   <translation>没有登记</translation>
  </message>
  <message>
   <source>open</source>
   <translation>未办结</translation>
  </message>
  <message>
   <source>this program's advice</source>
   <translation>本工具的建议</translation>
  </message>
  <message>
   <source>{total} recorded, {gone} deregistered, {cancelled} access cancelled</source>
   <translation>登记 {total} 个，已注销 {gone}，已取消接入 {cancelled}</translation>
  </message>
 </context>
 <context>
  <name>SubjectFields</name>
  <message>
   <source>Account UID</source>
   <translation>账号 UID</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>通信地址</translation>
  </message>
  <message>
   <source>Certificate address</source>
   <translation>证件住所</translation>
  </message>
  <message>
   <source>Certificate number</source>
   <translation>证件号码</translation>
  </message>
  <message>
   <source>Certificate type</source>
   <translation>证件类型</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>邮箱</translation>
  </message>
  <message>
   <source>Emergency phone</source>
   <translation>应急电话</translation>
  </message>
  <message>
   <source>Exactly as on the certificate</source>
   <translation>与证件完全一致</translation>
  </message>
  <message>
   <source>Filed on</source>
   <translation>备案日期</translation>
  </message>
  <message>
   <source>Filing</source>
   <translation>备案</translation>
  </message>
  <message>
   <source>Filing number</source>
   <translation>备案号</translation>
  </message>
  <message>
   <source>Follows from the filing number</source>
   <extracomment>What most new subjects are, so that there is less to choose.</extracomment>
   <translation>由备案号决定</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>类型</translation>
  </message>
  <message>
   <source>Lead</source>
   <translation>负责人姓名</translation>
  </message>
  <message>
   <source>Lead of the subject</source>
   <translation>主体负责人</translation>
  </message>
  <message>
   <source>Lead's certificate</source>
   <translation>负责人证件</translation>
  </message>
  <message>
   <source>Lead's number</source>
   <translation>负责人证件号</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>Nature</source>
   <translation>性质</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>电话</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>省份</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>Subject</source>
   <translation>主体信息</translation>
  </message>
 </context>
 <context>
  <name>SubjectPicker</name>
  <message>
   <source>Choose the subject from the list</source>
   <translation>请从列表中选择主体</translation>
  </message>
  <message>
   <source>No filing number</source>
   <translation>没有备案号</translation>
  </message>
  <message>
   <source>No subject has that in its name or number</source>
   <translation>没有名称或备案号含此内容的主体</translation>
  </message>
  <message>
   <source>Subject that holds the site</source>
   <translation>所属主体</translation>
  </message>
  <message>
   <source>Type any part of its name or filing number</source>
   <translation>输入名称或备案号的任意部分</translation>
  </message>
 </context>
 <context>
  <name>SubjectsPage</name>
  <message>
   <source>1 subject</source>
   <translation>1 个主体</translation>
  </message>
  <message>
   <source>Account UID</source>
   <translation>账号 UID</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>通信地址</translation>
  </message>
  <message>
   <source>Certificate</source>
   <translation>证件</translation>
  </message>
  <message>
   <source>Certificate address</source>
   <translation>证件住所</translation>
  </message>
  <message>
   <source>Certificate number</source>
   <translation>证件号码</translation>
  </message>
  <message>
   <source>Changed at</source>
   <translation>修改时间</translation>
  </message>
  <message>
   <source>Deleted {what}</source>
   <translation>已删除{what}</translation>
  </message>
  <message>
   <source>Deleted {what} with 1 site</source>
   <translation>已删除{what}及其 1 个网站</translation>
  </message>
  <message>
   <source>Deleted {what} with {count} sites</source>
   <translation>已删除{what}及其 {count} 个网站</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>邮箱</translation>
  </message>
  <message>
   <source>Edit {name}</source>
   <translation>编辑 {name}</translation>
  </message>
  <message>
   <source>Emergency phone</source>
   <translation>应急电话</translation>
  </message>
  <message>
   <source>Filed on</source>
   <translation>备案日期</translation>
  </message>
  <message>
   <source>Filing</source>
   <translation>备案</translation>
  </message>
  <message>
   <source>Filing number</source>
   <translation>备案号</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>类型</translation>
  </message>
  <message>
   <source>Lead</source>
   <translation>负责人姓名</translation>
  </message>
  <message>
   <source>Lead of the subject</source>
   <translation>主体负责人</translation>
  </message>
  <message>
   <source>Lead's certificate</source>
   <translation>负责人证件</translation>
  </message>
  <message>
   <source>Lead's number</source>
   <translation>负责人证件号</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>New subject</source>
   <translation>新建主体</translation>
  </message>
  <message>
   <source>New subject…</source>
   <translation>新建主体…</translation>
  </message>
  <message>
   <source>No filing number</source>
   <translation>没有备案号</translation>
  </message>
  <message>
   <source>No subjects yet. Import a table of filings, or drop its file here.</source>
   <translation>还没有主体。可以导入备案表格，或把文件拖到这里。</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>电话</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>省份</translation>
  </message>
  <message>
   <source>Sites ({count})</source>
   <translation>网站（{count}）</translation>
  </message>
  <message>
   <source>Subject</source>
   <translation>主体信息</translation>
  </message>
  <message>
   <source>Subjects</source>
   <translation>主体</translation>
  </message>
  <message>
   <source>{count} subjects</source>
   <translation>{count} 个主体</translation>
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
   <translation>给选中的空壳主体各开一张工单；只选了一行时给列出的全部开</translation>
  </message>
  <message>
   <source>Choose a subject to see what was found</source>
   <translation>选一个主体查看结果</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>已复制</translation>
  </message>
  <message>
   <source>Every province</source>
   <translation>全部省份</translation>
  </message>
  <message>
   <source>Export the results</source>
   <translation>导出结果</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>导出…</translation>
  </message>
  <message>
   <source>Filter by any part of a name or number</source>
   <translation>按名称或备案号的任意部分筛选</translation>
  </message>
  <message>
   <source>Hollow subjects {day}.xlsx</source>
   <translation>空壳主体 {day}.xlsx</translation>
  </message>
  <message>
   <source>Look again</source>
   <translation>重新查看</translation>
  </message>
  <message>
   <source>Looking through the store…</source>
   <translation>正在查找…</translation>
  </message>
  <message>
   <source>No case to open: none of them is hollow without having its case.</source>
   <translation>没有可开的工单：没有哪个空壳主体还缺工单。</translation>
  </message>
  <message numerus="yes">
   <source>One case for each hollow subject among the %n shown or selected. Whoever has an open case keeps it.</source>
   <translation>
    <numerusform>在列出或选中的 %n 个主体里，给每个空壳主体开一张工单；已有未办结工单的不再开。</numerusform>
   </translation>
  </message>
  <message>
   <source>Open cases</source>
   <translation>开工单</translation>
  </message>
  <message>
   <source>Open cases?</source>
   <translation>开工单？</translation>
  </message>
  <message numerus="yes">
   <source>Opened %n case(s)</source>
   <translation>
    <numerusform>已开 %n 张工单</numerusform>
   </translation>
  </message>
  <message>
   <source>Opening cases…</source>
   <translation>正在开工单…</translation>
  </message>
  <message>
   <source>Province</source>
   <translation>省份</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>查看</translation>
  </message>
  <message>
   <source>Subjects of the store without any live site or app. Nobody is asked. A hollow subject is another thing than a hollow site: no site is left at all, and the way out is the province's.</source>
   <translation>库里没有在用网站或应用的主体，只看库里的登记，不联网。空壳主体不同于空壳网站：名下已没有任何网站，怎么办按所在省的规定。</translation>
  </message>
  <message>
   <source>Tables (*.xlsx *.csv)</source>
   <translation>表格 (*.xlsx *.csv)</translation>
  </message>
  <message>
   <source>The store knows no subject without live sites or apps.</source>
   <translation>库里没有这样的主体。</translation>
  </message>
  <message>
   <source>Writing the table…</source>
   <translation>正在写表格…</translation>
  </message>
  <message>
   <source>Wrote {count} lines to {name}</source>
   <translation>已写入 {count} 行到 {name}</translation>
  </message>
 </context>
 <context>
  <name>TableExchange</name>
  <message>
   <source>Open folder</source>
   <translation>打开文件夹</translation>
  </message>
  <message>
   <source>Wrote {count} lines to {name}</source>
   <translation>已写入 {name}，共 {count} 行</translation>
  </message>
 </context>
 <context>
  <name>Toast</name>
  <message>
   <source>Undo</source>
   <translation>撤销</translation>
  </message>
 </context>
 <context>
  <name>TransferFace</name>
  <message>
   <source>Applicant</source>
   <translation>申请人</translation>
  </message>
  <message>
   <source>Conditions</source>
   <translation>转移条件</translation>
  </message>
  <message>
   <source>Each of these has to hold, or the transfer is refused.</source>
   <translation>每一条都要满足，否则转移不了。</translation>
  </message>
  <message>
   <source>Effects</source>
   <translation>转移后果</translation>
  </message>
  <message>
   <source>Enclosures</source>
   <translation>附件</translation>
  </message>
  <message>
   <source>Files that go with the ticket. What is missing stays open on the check list.</source>
   <translation>随工单提交的文件。暂缺的会留在案件清单上。</translation>
  </message>
  <message>
   <source>Letter</source>
   <translation>授权委托书</translation>
  </message>
  <message>
   <source>Offline transfer to another account</source>
   <translation>线下转移备案</translation>
  </message>
  <message>
   <source>Online way</source>
   <translation>线上办理</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>核对</translation>
  </message>
  <message>
   <source>The customer transfers online. Send the steps.</source>
   <translation>客户可以自己在线转移，把步骤发给客户。</translation>
  </message>
  <message>
   <source>The filing</source>
   <translation>要转移的备案</translation>
  </message>
  <message>
   <source>The filing that moves, and whose it is.</source>
   <translation>要转移的备案和它的主体。</translation>
  </message>
  <message>
   <source>The packet on the right goes with the ticket. Finish opens the case.</source>
   <translation>右侧的材料随工单提交。点“完成”建立案件。</translation>
  </message>
  <message>
   <source>The person who applies for the unit and holds its certificate in the photo.</source>
   <translation>代表单位申请、手持证件拍照的人。</translation>
  </message>
  <message>
   <source>The unit's authorization letter, to be sealed and signed.</source>
   <translation>单位的授权委托书，要盖章签字。</translation>
  </message>
  <message>
   <source>What is it about</source>
   <translation>先问几句</translation>
  </message>
  <message>
   <source>What the customer has to know before it is done.</source>
   <translation>转移之前，客户必须知道的事。</translation>
  </message>
  <message>
   <source>Who can log in needs no paper.</source>
   <translation>能登录的不用提交材料。</translation>
  </message>
 </context>
 <context>
  <name>TriageTab</name>
  <message>
   <source>A customer's words, a system's prompt, a rejection, or words to look up</source>
   <translation>客户的话、系统提示、退回意见，或要查的词</translation>
  </message>
  <message>
   <source>Cause</source>
   <translation>原因</translation>
  </message>
  <message>
   <source>Customers say of it</source>
   <translation>客户常这么说</translation>
  </message>
  <message>
   <source>Find by words</source>
   <translation>按话找事</translation>
  </message>
  <message>
   <source>Found in</source>
   <translation>出现在</translation>
  </message>
  <message>
   <source>Newer word on it</source>
   <translation>更新的说法</translation>
  </message>
  <message>
   <source>Nothing in the guide speaks of these words. Try fewer, or the customer's own.</source>
   <translation>指引里没有与这些字词有关的内容。请少写几个词，或用客户的原话。</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>打开</translation>
  </message>
  <message>
   <source>Paste a ticket, what the system says or a rejection at the left: procedures, questions and the words that counted appear here.</source>
   <translation>把工单、系统提示或退回意见粘贴到左边，这里会列出可能的办事步骤、常见问题和依据的字词。</translation>
  </message>
  <message>
   <source>Paste it here.</source>
   <translation>粘贴到这里。</translation>
  </message>
  <message>
   <source>Procedure</source>
   <translation>步骤</translation>
  </message>
  <message>
   <source>Prompts recognised</source>
   <translation>认出的系统提示</translation>
  </message>
  <message>
   <source>Question</source>
   <translation>问答</translation>
  </message>
  <message>
   <source>Show an example</source>
   <translation>看一个例子</translation>
  </message>
  <message>
   <source>Still to ask:</source>
   <translation>还要问清楚：</translation>
  </message>
  <message>
   <source>What it is about</source>
   <translation>说的是什么事</translation>
  </message>
  <message>
   <source>What to do</source>
   <translation>怎么办</translation>
  </message>
  <message>
   <source>Word</source>
   <translation>词汇</translation>
  </message>
  <message>
   <source>Words that counted</source>
   <translation>起作用的词</translation>
  </message>
  <message>
   <source>clear</source>
   <translation>明确</translation>
  </message>
  <message>
   <source>found</source>
   <translation>查到</translation>
  </message>
 </context>
 <context>
  <name>Trial</name>
  <message>
   <source>Fill with</source>
   <translation>填入</translation>
  </message>
  <message>
   <source>Longest values</source>
   <translation>最长的内容</translation>
  </message>
  <message>
   <source>Nothing filled in</source>
   <translation>空白</translation>
  </message>
  <message>
   <source>Ordinary values</source>
   <translation>一般内容</translation>
  </message>
  <message>
   <source>Rare names</source>
   <translation>生僻字姓名</translation>
  </message>
  <message>
   <source>Test values</source>
   <translation>试填内容</translation>
  </message>
 </context>
 <context>
  <name>UnlockView</name>
  <message>
   <source>Backups (*)</source>
   <translation>备份文件 (*)</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>口令</translation>
  </message>
  <message>
   <source>Restore a backup</source>
   <translation>从备份恢复</translation>
  </message>
 </context>
 <context>
  <name>UseDialog</name>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Only from</source>
   <translation>自此日起</translation>
  </message>
  <message>
   <source>Only until</source>
   <translation>至此日止</translation>
  </message>
  <message>
   <source>Papers for {province} are printed on this blank while it is in use.</source>
   <translation>启用期间，{province}的材料都印在这张空白表上。</translation>
  </message>
  <message>
   <source>Use</source>
   <translation>启用</translation>
  </message>
  <message>
   <source>Use this blank</source>
   <translation>启用这张空白表</translation>
  </message>
 </context>
 <context>
  <name>ValueEditor</name>
  <message>
   <source>A number such as 0531-12345678, or 15 for fifteen working days</source>
   <translation>号码如 0531-12345678；天数如 15（工作日）或“每周五”</translation>
  </message>
  <message>
   <source>The words alone say it.</source>
   <translation>没有固定取值，以下面的文字为准。</translation>
  </message>
 </context>
 <context>
  <name>ViewTabs</name>
  <message>
   <source>Active</source>
   <translation>在办</translation>
  </message>
  <message>
   <source>Administration</source>
   <translation>管局审核</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>已关闭</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>等客户</translation>
  </message>
  <message>
   <source>Due today</source>
   <translation>今天到期</translation>
  </message>
  <message>
   <source>Mine</source>
   <translation>我的</translation>
  </message>
  <message>
   <source>Overdue</source>
   <translation>已逾期</translation>
  </message>
  <message>
   <source>Provider</source>
   <translation>等接入商</translation>
  </message>
  <message>
   <source>Views of the queue</source>
   <translation>工单视图</translation>
  </message>
  <message>
   <source>Waiting for the customer</source>
   <translation>等待客户</translation>
  </message>
  <message>
   <source>Waiting for the provider</source>
   <translation>等待接入商</translation>
  </message>
  <message>
   <source>With the administration</source>
   <translation>管局审核中</translation>
  </message>
 </context>
 <context>
  <name>Watermark</name>
  <message>
   <source>All over</source>
   <translation>铺满</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>浅</translation>
  </message>
  <message>
   <source>Normal</source>
   <translation>适中</translation>
  </message>
  <message>
   <source>Once, at the foot</source>
   <translation>底部一行</translation>
  </message>
  <message>
   <source>Once, in the middle</source>
   <translation>中间一行</translation>
  </message>
  <message>
   <source>Strong</source>
   <translation>深</translation>
  </message>
 </context>
 <context>
  <name>WayOutPage</name>
  <message>
   <source>Copy reply</source>
   <translation>复制回复</translation>
  </message>
  <message>
   <source>Reply to the customer</source>
   <translation>给客户的回复</translation>
  </message>
 </context>
 <context>
  <name>WizardFrame</name>
  <message>
   <source>&amp;Back</source>
   <translation>上一步(&amp;B)</translation>
  </message>
  <message>
   <source>&amp;Next</source>
   <translation>下一步(&amp;N)</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
 </context>
 <context>
  <name>_DetailsDialog</name>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Keep and map…</source>
   <translation>保存并设置栏位…</translation>
  </message>
 </context>
 <context>
  <name>_LetterFace</name>
  <message>
   <source>The letter appears here for a unit; an individual's packet appears once every answer is there.</source>
   <translation>单位办理时，这里显示授权委托书；个人办理的，答完全部问题后显示材料。</translation>
  </message>
 </context>
 <context>
  <name>_Line</name>
  <message>
   <source>Copy {name}</source>
   <translation>复制{name}</translation>
  </message>
  <message>
   <source>Hide {name}</source>
   <translation>隐藏{name}</translation>
  </message>
  <message>
   <source>Show {name}</source>
   <translation>显示{name}</translation>
  </message>
 </context>
</TS>
