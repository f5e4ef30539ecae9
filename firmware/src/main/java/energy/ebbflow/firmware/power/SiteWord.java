package energy.ebbflow.firmware.power;

/**
 * What the meter of the site's connection said last.
 *
 * @param watts positive where the site draws
 * @param atNanos when it came
 */
public record SiteWord(double watts, long atNanos) {}
