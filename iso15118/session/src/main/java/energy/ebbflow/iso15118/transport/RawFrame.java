package energy.ebbflow.iso15118.transport;

import energy.ebbflow.iso15118.v2gtp.PayloadType;

/** A whole frame as it came: its type and its payload, owned by the receiver. */
record RawFrame(PayloadType type, byte[] payload) {}
