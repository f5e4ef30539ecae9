package energy.ebbflow.simulator.exi.pcap;

/**
 * A captured packet.
 *
 * @param number its place in the capture, from 1
 * @param seconds when it was captured, seconds since 1970
 * @param link the link type of the capture
 * @param octets what was captured
 */
public record Packet(int number, double seconds, int link, byte[] octets) {}
