-- The way to the office that days at home saved, by mode, and its emissions. A line of unknown mode
-- or way lowers the coverage by the kilometres that it may be: its own, or else its days at home
-- with the mean way of the others. likely_km serves to weigh only.
-- grain: one row per mode; mode is null for lines that do not tell it
with mode_factors as (
    select
        replace(purpose, 'commute_', '') as mode,
        value
    from int_factors
    where substr(purpose, 1, 8) = 'commute_'
        and unit = 'kgCO2e/km'
),
lines as (
    select
        int_workday_lines.month,
        int_workday_lines.mode,
        case
            when int_workday_lines.home_days = 0 then 0
            else cast(int_workday_lines.commute_km as double)
        end as commute_km,
        int_workday_lines.home_weight,
        mode_factors.value as kg_per_km
    from int_workday_lines
    left join mode_factors using (mode)
),
mean_ways as (
    select
        cast(sum(exact(commute_km)) as double)
        / nullif(
            cast(
                sum(
                    exact(case when commute_km is not null then home_weight end)
                ) as double
            ),
            0
        ) as km_per_day
    from lines
)
select
    lines.month,
    lines.mode,
    cast(sum(exact(lines.commute_km)) as decimal(18, 6)) as commute_km,
    -- Added up as decimals, so that the order of lines counts for nothing; not rounded to what is
    -- shown: modes are added up first.
    cast(
        sum(exact(lines.commute_km * lines.kg_per_km)) as double
    ) as commute_kg,
    cast(
        sum(
            exact(
                coalesce(
                    lines.commute_km, lines.home_weight * coalesce(mean_ways.km_per_day, 1)
                )
            )
        ) as double
    ) as likely_km,
    cast(
        sum(
            exact(
                case
                    when lines.commute_km = 0 then 0
                    when lines.kg_per_km is not null then coalesce(lines.commute_km, 0)
                    else 0
                end
            )
        ) as double
    ) as known_km
from lines
cross join mean_ways
group by
    lines.month,
    lines.mode
