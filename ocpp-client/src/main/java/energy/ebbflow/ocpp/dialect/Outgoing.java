package energy.ebbflow.ocpp.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A call of ours, ready for the wire. */
public record Outgoing(String action, ObjectNode payload) {}
