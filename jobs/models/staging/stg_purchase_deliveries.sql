-- From which day to which each source of purchases has lines, within a year of the month: a month
-- without a line, between two that have some, is a month in which nothing was bought.
-- grain: one row per definition
-- months: -12 to 12
select
    documents.definition,
    min(purchases.purchased_on) as first_on,
    max(purchases.purchased_on) as last_on
from purchases
inner join documents using (document_id)
group by documents.definition
