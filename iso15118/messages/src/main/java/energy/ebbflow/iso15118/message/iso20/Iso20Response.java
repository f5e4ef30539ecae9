package energy.ebbflow.iso15118.message.iso20;

/** A response of ISO 15118-20: what the station sends (V2GResponseType). */
public non-sealed interface Iso20Response extends Iso20Message {
  /** How the request went. */
  ResponseCode responseCode();
}
