-- The months of the sample, with their edges in seconds: clocks are two hours ahead of UTC from the
-- last Sunday of March to the last one of October, so on the first of April until October.
select
    strftime(first_on, '%Y-%m') as month,
    cast(first_on as date) as first_on,
    cast(first_on + interval 1 month - interval 1 day as date) as last_on,
    epoch(first_on) - case when month(first_on) between 4 and 10 then 7200 else 3600 end as from_s,
    epoch(first_on + interval 1 month)
    - case when month(first_on + interval 1 month) between 4 and 10 then 7200 else 3600 end
    as until_s
from generate_series(timestamp '2025-09-01', timestamp '2026-10-01', interval 1 month)
    as series(first_on)
