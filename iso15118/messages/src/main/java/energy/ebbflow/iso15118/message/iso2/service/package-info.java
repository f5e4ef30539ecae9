/** ISO 15118-2: ServiceDiscovery, ServiceDetail and the selection of services. */
@NullMarked
package energy.ebbflow.iso15118.message.iso2.service;

import org.jspecify.annotations.NullMarked;
