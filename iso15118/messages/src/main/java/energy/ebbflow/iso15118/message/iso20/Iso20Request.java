package energy.ebbflow.iso15118.message.iso20;

/** A request of ISO 15118-20: what the vehicle sends (V2GRequestType). */
public non-sealed interface Iso20Request extends Iso20Message {}
