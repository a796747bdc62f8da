-- discrepancies: 通报中的出入
-- uses:   stg_discrepancies
-- grain:  one row per discrepancy
-- column discrepancy_id: 代码
-- column quarter: 季度
-- column notice_id: 通报代码
-- column code: 出入种类
-- column severity: error 错误，doubtful 存疑，style 文字
-- column stated: 原文数字
-- column computed: 计算数字
-- column message: 说明
-- column words: 来源语句
-- column location: 来源位置
-- column span_start: 在通报文本中的起点
-- column span_end: 在通报文本中的终点
-- column batch_id: 批次号
select
    discrepancy_id, quarter, document as notice_id, code, severity, stated, computed, message, words, location,
    span_start, span_end, batch_id,
from stg_discrepancies
