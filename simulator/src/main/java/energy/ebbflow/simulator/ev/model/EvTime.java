package energy.ebbflow.simulator.ev.model;

/**
 * An instant.
 *
 * @param nanos monotonic virtual time, ns, origin arbitrary
 * @param utcSeconds seconds since 1970 for message headers
 */
public record EvTime(long nanos, long utcSeconds) {}
