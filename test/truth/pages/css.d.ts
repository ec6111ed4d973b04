declare module "swiper/css?inline" {
  const css: string;
  export default css;
}
