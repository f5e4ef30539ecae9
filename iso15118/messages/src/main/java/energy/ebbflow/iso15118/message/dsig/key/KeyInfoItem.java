package energy.ebbflow.iso15118.message.dsig.key;

/** Something that is known about a key. */
public sealed interface KeyInfoItem
    permits KeyName, KeyValue, RetrievalMethod, X509Data, PgpData, SpkiData, MgmtData {}
