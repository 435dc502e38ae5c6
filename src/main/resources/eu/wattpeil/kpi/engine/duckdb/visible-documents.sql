-- grain: one row per document and definition; of a document that was read anew, the last reading
with numbered_documents as (
    select
        documents_read.*,
        row_number() over (
            partition by definition, sha256
            order by batch desc, document_id desc
        ) as reading_number,
    from documents_read
)

select
    document_id,
    batch,
    definition,
    reading,
    dataset,
    name,
    sha256,
    bytes,
    records,
    rejects,
    first_at,
    last_at,
from numbered_documents
where reading_number = 1
order by batch, document_id
