-- What reports say of each day of the month as far as it can be known: inventories (devices) and
-- registers of workdays. observed_share are the sources with a report of the day, carried_share
-- those of which an earlier one still speaks for it: an inventory until it is older than inventory
-- max-age. A register of workdays speaks for whole months.
-- grain: one row per dataset and day_on
with reports as (
    select
        dataset,
        definition,
        case
            when dataset = 'workdays' then cast(month_of(local_date(first_at)) || '-01' as date)
            else local_date(first_at)
        end as first_on,
        case
            when dataset = 'workdays'
                then add_days(
                    add_months(cast(month_of(local_date(last_at)) || '-01' as date), 1), -1
                )
            else local_date(last_at)
        end as last_on
    from documents
    where dataset in ('devices', 'workdays')
        and first_at is not null
        and last_at is not null
),
report_spans as (
    -- Devices that report for themselves give a document each, many of the same day.
    select
        dataset,
        definition,
        first_on,
        last_on
    from reports
    group by
        dataset,
        definition,
        first_on,
        last_on
),
sources as (
    select
        report_spans.dataset,
        report_spans.definition
    from report_spans
    cross join period
    cross join settings
    where report_spans.first_on <= period.last_on
        and days_between(report_spans.last_on, period.first_on)
            <= settings.inventory_max_age_days
    group by
        report_spans.dataset,
        report_spans.definition
),
source_days as (
    select
        sources.dataset,
        sources.definition,
        period_days.day_on,
        count(
            case
                when report_spans.first_on <= period_days.day_on
                    and report_spans.last_on >= period_days.day_on
                    then 1
            end
        ) > 0 as is_observed,
        count(
            case
                when report_spans.dataset = 'devices'
                    and report_spans.last_on < period_days.day_on
                    and days_between(report_spans.last_on, period_days.day_on)
                        <= settings.inventory_max_age_days
                    then 1
            end
        ) > 0 as is_carried
    from sources
    inner join report_spans using (dataset, definition)
    cross join period
    cross join settings
    inner join period_days
        on start_of_day(period_days.day_on) < period.known_until_at
    group by
        sources.dataset,
        sources.definition,
        period_days.day_on
)
select
    dataset,
    day_on,
    avg(case when is_observed then 1e0 else 0e0 end) as observed_share,
    avg(case when is_carried and not is_observed then 1e0 else 0e0 end) as carried_share
from source_days
group by
    dataset,
    day_on
