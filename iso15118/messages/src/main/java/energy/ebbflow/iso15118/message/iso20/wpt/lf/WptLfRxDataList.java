package energy.ebbflow.iso15118.message.iso20.wpt.lf;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * WPT_LF_RxDataListType. What the receivers measured.
 *
 * @param wptLfRxDataList what a receiver measured
 */
@ExiName("LF_RxData")
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptLfRxDataList(@ExiElement("WPT_LF_RxDataList") WptLfRxData wptLfRxDataList)
    implements LfData {}
