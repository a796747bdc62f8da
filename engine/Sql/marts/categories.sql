-- categories: 问题类别
-- uses:   raw_categories
-- grain:  one row per category
-- source: data/reference/categories.csv
-- column category: 类别代码
-- column channel: 渠道；any 表示各渠道通用
-- column category_name: 类别名称
-- column sort_order: 排列顺序
select category, channel, category_name, sort_order
from raw_categories
