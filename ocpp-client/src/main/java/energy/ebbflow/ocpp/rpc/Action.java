package energy.ebbflow.ocpp.rpc;

/**
 * An action of the protocol and the records of its two payloads.
 *
 * @param name as on the wire
 */
public record Action<Q extends Record, R extends Record>(
    String name, Class<Q> request, Class<R> response) {}
