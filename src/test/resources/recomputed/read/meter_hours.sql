-- The energy of each meter in each hour of which all is known, in Wh. Raw: the exports of the grid
-- operator, of the logger and of the building's control system, and config/.
with summers as (
    select *
    from (
        values
            (timestamp '2025-03-30 02:00:00', timestamp '2025-10-26 03:00:00'),
            (timestamp '2026-03-29 02:00:00', timestamp '2026-10-25 03:00:00')
    ) as told(from_local, until_local)
),
meters as (
    select
        meter_key,
        meter_id,
        register_max * 1000 as around_wh,
        max_power_w
    from read_csv('config/meters.csv', header = true)
),
quarter_rows as (
    select
        strptime("Van (datum)" || ' ' || "Van (tijdstip)", '%d-%m-%Y %H:%M:%S') as local_at,
        regexp_extract("EAN-code", '[0-9]+') as meter_key,
        cast(replace(Volume, ',', '.') as decimal(18, 6)) * 1000 as wh,
        row_number() over () as place
    from read_csv(
        'sample-data/fluvius/*.csv.gz', delim = ';', header = true, all_varchar = true, quote = ''
    )
    where Register = 'Afname Actief'
),
logged_rows as (
    select
        strptime(Tijdstip, '%d/%m/%Y %H:%M:%S') as local_at,
        Meter as meter_key,
        cast(replace(Stand, ',', '.') as decimal(18, 6)) * 1000 as wh,
        row_number() over () as place
    from read_csv('sample-data/ups/*.csv.gz', delim = ';', header = true, all_varchar = true)
),
-- The hour that comes twice in October: its rows stand in the order of time.
turned_rows as (
    select
        source,
        meter_key,
        wh,
        local_at,
        row_number() over (partition by source, meter_key, local_at order by place) as turn
    from (
        select 'quarter' as source, meter_key, wh, local_at, place from quarter_rows
        union all
        select 'register' as source, meter_key, wh, local_at, place from logged_rows
    )
),
instants as (
    select
        turned_rows.source,
        turned_rows.meter_key,
        turned_rows.wh,
        cast(epoch(turned_rows.local_at) as bigint)
        - case when summers.from_local is null or turned_rows.turn = 2 then 3600 else 7200 end
        as at_s
    from turned_rows
    left join summers
        on turned_rows.local_at >= summers.from_local
        and turned_rows.local_at < summers.until_local
),
building_rows as (
    unpivot (
        select
            cast(epoch(cast(Tijdstip as timestamptz)) as bigint) as at_s,
            "UPS in (kWh)" as "UPS-IN",
            "Warmte bibliotheek (kWh)" as "WARMTE-BIB",
            "PV ventilatie (kWh)" as "PV-VENT"
        from read_csv(
            'sample-data/building/*.csv.gz',
            delim = ';', header = true, all_varchar = true, skip = 1
        )
    )
    on "UPS-IN", "WARMTE-BIB", "PV-VENT"
    into name meter_key value kwh
),
replacements as (
    select
        meters.meter_key,
        cast(epoch(cast(events.happened_at as timestamptz)) as bigint) as at_s,
        cast(events.end_register as decimal(18, 6)) * 1000 as end_wh,
        cast(events.start_register as decimal(18, 6)) * 1000 as start_wh
    from read_csv('config/events.csv', header = true, all_varchar = true) as events
    inner join meters using (meter_id)
    where events.kind = 'replacement'
),
registers as (
    select
        read_registers.meter_key,
        read_registers.at_s,
        read_registers.wh,
        coalesce(read_registers.at_s >= replacements.at_s, false) as is_new
    from (
        select meter_key, at_s, wh from instants where source = 'register'
        union all
        select meter_key, at_s, cast(replace(kwh, ',', '.') as decimal(18, 6)) * 1000
        from building_rows
    ) as read_registers
    left join replacements using (meter_key)
    union all
    select meter_key, at_s, end_wh, false from replacements
    union all
    select meter_key, at_s, start_wh, true from replacements
),
steps as (
    select
        meter_key,
        at_s as from_s,
        lead(at_s) over following as until_s,
        lead(wh) over following - wh as wh
    from registers
    window following as (partition by meter_key, is_new order by at_s)
),
-- A register that falls went round where the power of its connection allows that. What lies
-- between readings more than a day apart is not parted.
spans as (
    select
        steps.meter_key,
        steps.from_s,
        steps.until_s,
        case when steps.wh < 0 then steps.wh + meters.around_wh else steps.wh end as wh
    from steps
    inner join meters using (meter_key)
    where steps.until_s > steps.from_s
        and steps.until_s - steps.from_s <= 86400
        and (case when steps.wh < 0 then steps.wh + meters.around_wh else steps.wh end) * 3600
            / (steps.until_s - steps.from_s) between 0 and meters.max_power_w * 1.1
    union all
    select meter_key, at_s, at_s + 900, wh
    from instants
    where source = 'quarter'
        and wh is not null
),
parts as (
    select
        spans.meter_key,
        hours.hour_s,
        least(spans.until_s, hours.hour_s + 3600) - greatest(spans.from_s, hours.hour_s) as part_s,
        spans.until_s - spans.from_s as span_s,
        spans.wh
    from spans
    cross join lateral (
        select
            unnest(
                range(
                    spans.from_s // 3600 * 3600,
                    spans.until_s,
                    3600
                )
            ) as hour_s
    ) as hours
)
select
    months.month,
    parts.meter_key,
    parts.hour_s,
    case
        when bool_and(parts.part_s = parts.span_s)
            then sum(parts.wh)
        else sum(cast(parts.wh as double) * parts.part_s / parts.span_s)
    end as wh
from parts
inner join months
    on parts.hour_s >= months.from_s
    and parts.hour_s < months.until_s
group by
    months.month,
    parts.meter_key,
    parts.hour_s
having sum(parts.part_s) = 3600
