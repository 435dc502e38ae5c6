-- grain: one row per KPI, scope and day of which enough is known
select
    kpi_id,
    scope_kind,
    scope_id,
    cast(day_on as varchar) as day,
    cast(
        case
            when denominator is null then cast(numerator as double) / coverage
            else cast(numerator as double) / cast(denominator as double)
        end as double
    ) as value
from measured_days
cross join settings
where coverage >= settings.minimum_coverage
    and coverage > 0
    and numerator is not null
    and coalesce(denominator, 1) <> 0
order by kpi_id, scope_kind, scope_id, day_on
