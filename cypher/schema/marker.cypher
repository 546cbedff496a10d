MERGE (:Entente {id: "entente"})
MERGE (:Lock {id: "ingestion"})
