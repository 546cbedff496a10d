// A bundle that is written again withdraws what it says no longer.
CREATE INDEX claim_bundle IF NOT EXISTS FOR (claim:Claim) ON (claim.bundle);
