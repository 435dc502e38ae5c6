-- What the logs have of each printer in the month, and whether config/printers.csv calls it a hub.
-- grain: one row per printer_id
select
    period.month,
    stg_print_jobs.printer_id,
    printers.is_hub,
    cast(sum(stg_print_jobs.impressions) as bigint) as impressions
from stg_print_jobs
inner join period
    on stg_print_jobs.printed_at >= period.started_at
    and stg_print_jobs.printed_at < period.ended_at
left join printers
    on printers.printer_id = stg_print_jobs.printer_id
group by
    period.month,
    stg_print_jobs.printer_id,
    printers.is_hub
