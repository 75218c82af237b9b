/** Room for work that keeps a core busy: signing, hashing passwords, decoding pictures. */
package social.kring.platform.cpu;
