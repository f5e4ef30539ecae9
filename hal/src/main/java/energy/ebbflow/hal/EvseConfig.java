package energy.ebbflow.hal;

/**
 * One {@code [[evse]]} table of a board file.
 *
 * @param id number of the EVSE, counts from 1
 */
public record EvseConfig(int id) {}
