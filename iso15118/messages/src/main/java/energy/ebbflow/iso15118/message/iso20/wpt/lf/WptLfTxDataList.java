package energy.ebbflow.iso15118.message.iso20.wpt.lf;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * WPT_LF_TxDataListType. What the transmitters sent.
 *
 * @param wptLfTxDataList what a transmitter sent
 */
@ExiName("LF_TxData")
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptLfTxDataList(@ExiElement("WPT_LF_TxDataList") WptLfTxData wptLfTxDataList)
    implements LfData {}
