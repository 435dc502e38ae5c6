-- The energy of all printers in use in the month. What is not known is not completed and lowers the
-- coverage; what was modelled was not measured. A fleet without a printer uses none.
-- grain: one row, or none where there is no inventory
with device_sums as (
    select
        month,
        cast(sum(exact(known_kwh)) as double) as known_kwh,
        cast(sum(exact(metered_kwh)) as double) as metered_kwh,
        cast(sum(exact(missing_kwh)) as double) as missing_kwh,
        count(case when known_kwh is null then 1 end) as unknown_count,
        count(case when known_kwh is null and missing_kwh is null then 1 end) as unweighed_count,
        count(*) as device_count
    from int_printer_devices
    group by month
)
select
    int_printer_fleet.month,
    decimal_6(
        case when device_sums.device_count is null then 0 else device_sums.known_kwh end
    ) as energy_kwh,
    case
        when device_sums.device_count is null then cast(1 as double)
        when device_sums.known_kwh is null or device_sums.unweighed_count > 0
            then cast(device_sums.device_count - device_sums.unknown_count as double)
                / device_sums.device_count
        else coalesce(
            device_sums.known_kwh
            / nullif(device_sums.known_kwh + coalesce(device_sums.missing_kwh, 0), 0),
            1
        )
    end as coverage,
    case
        when device_sums.device_count is null then cast(1 as double)
        else coalesce(device_sums.metered_kwh / nullif(device_sums.known_kwh, 0), 0)
    end as measured_share
from int_printer_fleet
left join device_sums using (month)
