/** Without this, graphql checks each object for a second copy of itself. Imported first: it looks once, when it is loaded. */
process.env.NODE_ENV ??= "production";
