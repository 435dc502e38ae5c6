-- Days at the office and at home in the month, per department and of the organisation. What the
-- registers tie to no department is in the organisation only, and lowers the coverage of each
-- department, since it may be theirs. telework_days and working_days are those of lines that tell
-- both kinds of days. A day at home without its hours counts for the usual hours of config/.
-- grain: one row per scope_kind, scope_id
with lines as (
    select
        month,
        department_id,
        office_days,
        home_days,
        case when office_days is not null and home_days is not null then home_days end
        as telework_days,
        office_days + home_days as working_days,
        home_hours is not null as is_timed,
        coalesce(cast(home_hours as double), cast(home_days as double) * day_hours.value)
        as home_hours,
        office_weight,
        home_weight
    from int_workday_lines
    left join int_factors as day_hours
        on day_hours.purpose = 'telework_day'
        and day_hours.unit = 'h/day'
),
department_sums as (
    select
        month,
        department_id,
        sum(office_days) as office_days,
        sum(telework_days) as telework_days,
        sum(working_days) as working_days,
        cast(sum(exact(home_hours)) as double) as home_hours,
        cast(sum(exact(case when is_timed then home_hours else 0 end)) as double) as timed_hours,
        cast(sum(exact(office_weight)) as double) as office_weight,
        cast(sum(exact(home_weight)) as double) as home_weight,
        cast(
            sum(exact(case when home_hours is not null then home_weight else 0 end)) as double
        ) as known_home_weight
    from lines
    group by
        month,
        department_id
),
organisation_sums as (
    select
        month,
        sum(office_days) as office_days,
        sum(telework_days) as telework_days,
        sum(working_days) as working_days,
        cast(sum(exact(home_hours)) as double) as home_hours,
        cast(sum(exact(timed_hours)) as double) as timed_hours,
        cast(sum(exact(office_weight)) as double) as office_weight,
        cast(sum(exact(home_weight)) as double) as home_weight,
        cast(sum(exact(known_home_weight)) as double) as known_home_weight,
        cast(
            sum(
                exact(
                    case when department_id is not null then office_weight + home_weight else 0 end
                )
            ) as double
        )
        / nullif(cast(sum(exact(office_weight + home_weight)) as double), 0) as named_share
    from department_sums
    group by month
),
scope_sums as (
    select
        month,
        'organisation' as scope_kind,
        'all' as scope_id,
        cast(1 as double) as named_share,
        office_days,
        telework_days,
        working_days,
        home_hours,
        timed_hours,
        office_weight,
        home_weight,
        known_home_weight
    from organisation_sums
    union all
    select
        department_sums.month,
        'department' as scope_kind,
        department_sums.department_id as scope_id,
        organisation_sums.named_share,
        department_sums.office_days,
        department_sums.telework_days,
        department_sums.working_days,
        department_sums.home_hours,
        department_sums.timed_hours,
        department_sums.office_weight,
        department_sums.home_weight,
        department_sums.known_home_weight
    from department_sums
    inner join organisation_sums using (month)
    where department_sums.department_id is not null
)
select
    month,
    scope_kind,
    scope_id,
    cast(office_days as decimal(18, 6)) as office_days,
    named_share * coalesce(cast(office_days as double) / nullif(office_weight, 0), 0)
    as office_coverage,
    cast(telework_days as decimal(18, 6)) as telework_days,
    cast(working_days as decimal(18, 6)) as working_days,
    named_share
    * coalesce(cast(working_days as double) / nullif(office_weight + home_weight, 0), 0)
    as working_coverage,
    decimal_6(home_hours) as home_hours,
    -- Nobody worked at home is known, too.
    case
        when home_hours is null then 0
        when home_weight = 0 then named_share
        else named_share * known_home_weight / home_weight
    end as home_coverage,
    coalesce(timed_hours / nullif(home_hours, 0), 1) as timed_share
from scope_sums
