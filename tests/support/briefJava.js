// Java compiles long-running code twice, which doesn't pay off for the short-lived databases of tests.
process.env.JDK_JAVA_OPTIONS ??= "-XX:TieredStopAtLevel=1";
