-- Snapshots of the inventories. A file that is delivered again for the same day takes the place of
-- the one before: what is no longer in it is gone. Of a device that stands twice in one snapshot
-- the last row counts. A row may stand for several devices of a kind: quantity says how many.
-- Snapshots of the month after it tell what left in the month after its own snapshot.
-- grain: one row per definition, observed_on, device_id
-- months: -3 to 1
with deliveries as (
    select
        documents.definition,
        documents.batch,
        documents.name,
        devices.document_id,
        devices.observed_on,
        row_number() over (
            partition by documents.definition, devices.observed_on, documents.name
            order by documents.batch desc, devices.document_id desc
        ) as recency
    from devices
    inner join documents using (document_id)
    group by
        documents.definition,
        documents.batch,
        documents.name,
        devices.document_id,
        devices.observed_on
),
current_devices as (
    select
        deliveries.definition,
        devices.observed_on,
        devices.device_id,
        devices.category,
        devices.manufacturer,
        devices.model,
        devices.has_serial,
        devices.status,
        devices.site_id,
        devices.room_id,
        devices.department_id,
        devices.first_used_on,
        devices.purchased_on,
        devices.condition,
        devices.support_until,
        devices.disposed_on,
        devices.disposal_route,
        devices.declared_kwh_per_year,
        coalesce(devices.quantity, 1) as quantity,
        coalesce(devices.is_own_report, false) as is_own_report,
        row_number() over (
            partition by deliveries.definition, devices.observed_on, devices.device_id
            order by
                deliveries.batch desc,
                deliveries.name desc,
                devices.document_id desc,
                devices.line desc
        ) as recency
    from devices
    inner join deliveries using (document_id, observed_on)
    where deliveries.recency = 1
)
select
    definition,
    observed_on,
    device_id,
    category,
    manufacturer,
    model,
    has_serial,
    status,
    site_id,
    room_id,
    department_id,
    first_used_on,
    purchased_on,
    condition,
    support_until,
    disposed_on,
    disposal_route,
    declared_kwh_per_year,
    quantity,
    is_own_report
from current_devices
where recency = 1
