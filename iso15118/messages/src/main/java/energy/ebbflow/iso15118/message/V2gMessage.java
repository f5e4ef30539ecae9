package energy.ebbflow.iso15118.message;

/** A message of any vehicle protocol: a document of one of the schema sets. */
public interface V2gMessage {}
