package energy.ebbflow.iso15118.message.dsig.key;

/** A public key in the form of its algorithm. */
public sealed interface KeyValueItem permits DsaKeyValue, RsaKeyValue {}
