-- grain: one row per run, the latest first
select
    started_at,
    ended_at,
    outcome,
    documents,
    records,
    rejects,
    months,
    reports,
    message,
from runs
order by started_at desc
limit ?
