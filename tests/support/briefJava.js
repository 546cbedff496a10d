// Java compiles twice what runs for long, which the databases that tests start for themselves don't.
process.env.JDK_JAVA_OPTIONS ??= "-XX:TieredStopAtLevel=1";
