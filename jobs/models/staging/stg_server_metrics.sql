-- The load of servers. Of a figure that a source gave twice the newer document counts; what two
-- sources tell of one instant adds up to one row.
-- grain: one row per server_id and measured_at
-- months: -1 to 0
with document_rows as (
    -- A document may tell the columns of one instant in several rows.
    select
        documents.definition,
        documents.batch,
        documents.name,
        server_metrics.document_id,
        server_metrics.server_id,
        server_metrics.measured_at,
        max(server_metrics.cpu_share) as cpu_share,
        max(server_metrics.cpu_peak_share) as cpu_peak_share,
        max(server_metrics.vm_count) as vm_count,
        max(server_metrics.is_standby) as is_standby
    from server_metrics
    inner join documents using (document_id)
    group by
        documents.definition,
        documents.batch,
        documents.name,
        server_metrics.document_id,
        server_metrics.server_id,
        server_metrics.measured_at
),
ranked_rows as (
    select
        server_id,
        measured_at,
        cpu_share,
        cpu_peak_share,
        vm_count,
        is_standby,
        row_number() over (
            partition by definition, server_id, measured_at
            order by batch desc, name desc, document_id desc
        ) as recency
    from document_rows
)
select
    server_id,
    measured_at,
    max(cpu_share) as cpu_share,
    max(cpu_peak_share) as cpu_peak_share,
    max(vm_count) as vm_count,
    max(is_standby) as is_standby
from ranked_rows
where recency = 1
group by
    server_id,
    measured_at
