-- For which weekdays around the month the print logs can speak: those for which every print
-- definition has a log. A document speaks for the days from its first to its last job. Days between
-- two documents count too while the hole is at most half as long as the definition's documents
-- usually are: it is then a quiet time, whereas a missing document leaves a longer one. After the
-- last document nothing is known. A definition without a job since the second month before this
-- one no longer counts: that print server is gone. Saturdays and Sundays are left out.
-- grain: one row per day_on, or none where there is no print log
with log_documents as (
    select
        documents.definition,
        local_date(documents.first_at) as first_on,
        local_date(documents.last_at) as last_on
    from documents
    where documents.dataset = 'print_jobs'
        and documents.first_at is not null
        and documents.last_at is not null
),
living_definitions as (
    select
        log_documents.definition,
        median(days_between(log_documents.first_on, log_documents.last_on) + 1) as usual_days
    from log_documents
    cross join period
    group by log_documents.definition, period.first_on, period.last_on
    having min(log_documents.first_on) <= period.last_on
        and max(log_documents.last_on) >= add_months(period.first_on, -2)
),
following_documents as (
    select
        definition,
        first_on,
        last_on,
        max(last_on) over (
            partition by definition
            order by first_on, last_on
            rows between unbounded preceding and 1 preceding
        ) as previous_last_on
    from log_documents
),
spoken_for_times as (
    select
        following_documents.definition,
        case
            when days_between(following_documents.previous_last_on, following_documents.first_on)
                - 1 <= living_definitions.usual_days / 2
                then least(following_documents.previous_last_on, following_documents.first_on)
            else following_documents.first_on
        end as from_on,
        following_documents.last_on as to_on
    from following_documents
    inner join living_definitions using (definition)
),
definition_days as (
    select
        living_definitions.definition,
        nearby_days.day_on,
        count(spoken_for_times.definition) as document_count
    from living_definitions
    cross join nearby_days
    left join spoken_for_times
        on spoken_for_times.definition = living_definitions.definition
        and spoken_for_times.from_on <= nearby_days.day_on
        and spoken_for_times.to_on >= nearby_days.day_on
    where is_weekday(nearby_days.day_on)
    group by
        living_definitions.definition,
        nearby_days.day_on
)
select
    day_on,
    min(document_count) > 0 as is_logged
from definition_days
group by day_on
