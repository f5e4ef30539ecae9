package energy.ebbflow.iso15118.message;

/**
 * A document of one of the schema sets: a message of any vehicle protocol, or another record that
 * the schema lets stand as a root. The name of its element is on the record ({@code @ExiName});
 * {@link MessageSet} has the coders.
 */
public interface V2gMessage {}
