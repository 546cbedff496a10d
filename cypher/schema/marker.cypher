MERGE (:Entente {id: "entente"})
