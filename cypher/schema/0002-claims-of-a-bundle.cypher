// Writing a bundle again withdraws what it no longer states.
CREATE INDEX claim_bundle IF NOT EXISTS FOR (claim:Claim) ON (claim.bundle);
