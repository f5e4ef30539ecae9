package energy.ebbflow.iso15118.message.dsig.key;

import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;

/**
 * KeyValue. A public key.
 *
 * @param keyValueItem the key
 */
@ExiName("KeyValue")
@ExiType(namespace = Namespaces.XMLDSIG, mixed = true)
public record KeyValue(@ExiChoice(open = true) KeyValueItem keyValueItem)
    implements V2gMessage, KeyInfoItem {}
